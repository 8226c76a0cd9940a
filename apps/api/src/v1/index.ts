export { v1App } from './app.ts';
export type { V1Deps } from './env.ts';
