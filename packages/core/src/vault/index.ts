export { findPersonKeys, getPersonKey, makePersonKey } from './person-key.ts';
export { type Place, seal, unseal } from './seal.ts';
