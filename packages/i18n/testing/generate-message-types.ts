import { readFileSync, writeFileSync } from 'node:fs';
import { messageTypes } from './message-types.ts';

const source = new URL('../src/', import.meta.url);
const messages = JSON.parse(readFileSync(new URL('messages/en.json', source), 'utf8'));
writeFileSync(new URL('generated/message-arguments.ts', source), messageTypes(messages));
