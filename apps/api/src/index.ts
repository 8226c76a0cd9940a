export { createApi } from './create-api.ts';
export type { ApiDeps, LogEntry } from './deps.ts';
