export { createApi } from './create-api.ts';
export type { ApiDeps, LogEntry, RefusalEntry } from './deps.ts';
