import { readFile, writeFile } from 'node:fs/promises';
import { isAllowed, type Matrix, ROLE_NAMES, ROLES, refusalOf, sees } from './matrix.ts';
import { renderPages } from './render-pages.ts';

const DOCUMENT = new URL('../../../../docs/access.md', import.meta.url);

export const readRendered = (): Promise<string> => readFile(DOCUMENT, 'utf8').catch(() => '');
export const writeRendered = (text: string): Promise<void> => writeFile(DOCUMENT, text);

/** docs/access.md: one row for each procedure and route. */
export function renderMatrix({ rpc, v1 }: Matrix): string {
  const rows = Object.entries(rpc).map(([path, line]) => {
    const cells = ROLE_NAMES.map((role) => {
      if (!isAllowed(line, role)) return '';
      return sees(line, role) ? '● record' : '●';
    });
    return row([`\`${path}\`${line.stepUp ? ' ¹' : ''}`, ...cells]);
  });
  return `# Who may do what

Written by \`npm run access\` from \`apps/api/access-matrix.json\` and \`apps/server/page-matrix.json\`. Tests call every procedure,
every route and every page as every role, and fail when one is missing here or answers otherwise:
\`apps/api/testing/access/access-matrix.test.ts\`, \`apps/server/testing/pages/pages.test.ts\`.

## The roles

${ROLE_NAMES.map((role) => `- **${role}**: ${ROLES[role]}. Refused as \`${refusalOf(role)}\`.`).join('\n')}

## The private door, \`/rpc\`

● may ask. "record": an id of the person's record gets another answer than an id of nobody; to everybody else both answer
alike, byte for byte. ¹ only within ten minutes of proving who they are. Nothing can be asked with GET; what opens a session
or takes a secret is refused in a batch.

${row(['', ...ROLE_NAMES])}
${row(['', ...ROLE_NAMES].map(() => '---'))}
${rows.join('\n')}

## The public door, \`/v1\`

No cookie opens it. Another organisation's listing answers like one that never was; a revoked, expired or unknown key like none.

| route | scope of the key |
| --- | --- |
${Object.entries(v1)
  .map(([route, scope]) => row([`\`${route}\``, scope === 'none' ? 'no key needed' : `\`${scope}\``]))
  .join('\n')}

${renderPages()}`;
}

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
