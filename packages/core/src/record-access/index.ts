export { listWhoLooked } from './list-who-looked.ts';
