export { v1App } from './app.ts';
export { docsApp } from './docs/docs-app.ts';
export type { V1Deps } from './env.ts';
