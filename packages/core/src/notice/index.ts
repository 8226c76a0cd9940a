export { workOutbox } from './work-outbox.ts';
