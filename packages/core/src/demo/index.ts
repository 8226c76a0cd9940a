export { type FilledDemo, fillDemo, isEmpty } from './fill-demo.ts';
