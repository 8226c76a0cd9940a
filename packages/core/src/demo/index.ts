export { DEMO_PASSPHRASE } from './counsellors.ts';
export { demoCode } from './demo-code.ts';
export { type FilledDemo, fillDemo, isEmpty } from './fill-demo.ts';
