export { DEMO_PASSPHRASE } from './counsellors.ts';
export { type FilledDemo, fillDemo, isEmpty } from './fill-demo.ts';
