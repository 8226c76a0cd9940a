import { readFileSync } from 'node:fs';

const FILE = new URL('../../../server/page-matrix.json', import.meta.url);

type Answers = Record<string, string>;

interface Pages {
  roles: Record<string, string>;
  doors: Record<string, Answers>;
  pages: Record<string, { door: string; GET: Answers; POST: Answers; acts?: Record<string, string[]> }>;
}

/** The part of docs/access.md about the portal: one row for each page. */
export function renderPages(): string {
  const { roles, doors, pages }: Pages = JSON.parse(readFileSync(FILE, 'utf8'));
  return `## The portal

A browser is answered by the status, or led to the page after the arrow. Each page stands behind a door, whose answer holds for
whoever is not named beside the page. A form here is one that says nothing; ¹ it does something even so. For everybody else
nothing changes but that a look at a record is written down, and to whoever may not see a record its page answers as it does
about nobody's.

${Object.entries(roles)
  .map(([role, who]) => `- **${role}**: ${who}.`)
  .join('\n')}

| door | answers |
| --- | --- |
${Object.entries(doors)
  .map(([door, answers]) => `| ${door} | ${grouped(answers)} |`)
  .join('\n')}

| page | door | opened | sent a form |
| --- | --- | --- | --- |
${Object.entries(pages)
  .map(([page, { door, GET, POST, acts }]) => {
    const everyone = Object.keys(roles).length;
    const acting = (method: string) => {
      const named = acts?.[method] ?? [];
      return named.length === everyone ? ['others', ...named] : named;
    };
    const cells = [grouped(GET, acting('GET')), grouped(POST, acting('POST'))];
    return `| \`${page}\` | ${door} | ${cells.join(' | ')} |`;
  })
  .join('\n')}
`;
}

/** Who gets each answer: "**200** person, newcomer". */
function grouped(answers: Answers, acting: string[] = []): string {
  const who = Map.groupBy(Object.entries(answers), ([, answer]) => answer);
  return [...who]
    .map(([answer, entries]) => {
      const names = entries.map(([role]) => `${role}${acting.includes(role) ? ' ¹' : ''}`);
      return `**${answer.replace(/^30\d /, '→ ')}** ${names.join(', ')}`;
    })
    .join(' · ');
}
