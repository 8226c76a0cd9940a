import { messageArguments } from '../src/message-arguments.ts';

/** The TypeScript source that gives each message key the arguments it takes. */
export function messageTypes(messages: Readonly<Record<string, string>>): string {
  const lines = Object.entries(messages).map(([key, message]) => {
    const fields = [...messageArguments(message)].map(([name, type]) => `readonly ${name}: ${type}`);
    return `  '${key}': ${fields.length === 0 ? 'Nothing' : `{ ${fields.join('; ')} }`};`;
  });
  return [
    '// Made from src/messages/en.json by `npm run generate --workspace @homeward/i18n`. Do not edit.',
    '',
    'type Nothing = Readonly<Record<never, never>>;',
    '',
    'export interface MessageArguments {',
    ...lines,
    '}',
    '',
  ].join('\n');
}
