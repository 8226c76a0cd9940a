export { CannotStart } from './cannot-start.ts';
export { belongLikeItsFolder, makePrivateFolder } from './private-folder.ts';
export { type Connection, prepareRoles } from './roles.ts';
export {
  type EmbeddedLogins,
  type EmbeddedOptions,
  type EmbeddedPostgres,
  findRunningPostgres,
  startEmbeddedPostgres,
} from './start.ts';
