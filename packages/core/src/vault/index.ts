export { deriveKey } from './derive-key.ts';
export { type MasterKey, openKeyring, UnknownMasterKey } from './keyring.ts';
export { createPersonKey, findPersonKeys, getPersonKey } from './person-key.ts';
export { type MasterKeyPlace, type RotationStep, rotateMasterKey } from './rotate-master-key.ts';
export { type Place, seal, unseal } from './seal.ts';
export { isSignedBy, signText } from './sign.ts';
export { type KeyFault, startKeyStore } from './start-key-store.ts';
export { keyedIndex, readDigits } from './typed-number.ts';
