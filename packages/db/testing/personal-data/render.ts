import { readFile, writeFile } from 'node:fs/promises';
import type { PersonalData, RegisteredTable } from '../../src/personal-data.ts';

/** Where the rendered register stands. */
const RENDERED = new URL('../../../../docs/personal-data.md', import.meta.url);

/** The register as a page: for whoever has to answer "what do you hold, why, and until when?" */
export function renderPersonalData(register: PersonalData): string {
  const { classes, forms, retention, otherSchemas, tables } = register;
  return `${[
    '# What the databases hold',
    '',
    'Every table and column, what it is for, how it is kept, until when, and who sees it. Made from',
    '`packages/db/personal-data.json` by `npm run personal-data`; a column that is not in that file fails the tests.',
    'Tables called `keys.…` are in the key store, a database of its own.',
    'No address of a device, no browser and no place of a person is kept: the same test refuses such columns.',
    '',
    '## The words',
    '',
    ...listOf(classes),
    '',
    'and how it stands in the database:',
    '',
    ...listOf(forms),
    '',
    '## Until when',
    '',
    '| rule | is |',
    '|---|---|',
    ...Object.entries(retention).map(([rule, { says }]) => `| ${rule} | ${says} |`),
    '',
    ...Object.entries(tables).flatMap(([name, table]) => renderTable(name, table)),
    '## Beside our own tables',
    '',
    ...listOf(otherSchemas),
  ].join('\n')}\n`;
}

function renderTable(name: string, { purpose, retention, seenBy, columns }: RegisteredTable): string[] {
  return [
    `## ${name.replace(/^public\./, '')}`,
    '',
    `For: ${purpose}. Until when: ${retention}. Seen by: ${seenBy}.`,
    '',
    '| column | class | form | for |',
    '|---|---|---|---|',
    ...Object.entries(columns).map(([column, line]) => {
      const more = [
        line.purpose,
        line.reason && `Plain, since: ${line.reason}`,
        line.retention && `Until when: ${line.retention}`,
        line.seenBy && `Seen by: ${line.seenBy}`,
      ];
      return `| ${column} | ${line.class} | ${line.form} | ${more.filter(Boolean).join('. ')} |`;
    }),
    '',
  ];
}

const listOf = (words: Record<string, string>): string[] =>
  Object.entries(words).map(([word, says]) => `- **${word}**: ${says}`);

export const readRendered = (): Promise<string> => readFile(RENDERED, 'utf8');
export const writeRendered = (text: string): Promise<void> => writeFile(RENDERED, text);
