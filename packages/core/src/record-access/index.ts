export { listWhoLooked } from './list-who-looked.ts';
export { noteAccess } from './note-access.ts';
