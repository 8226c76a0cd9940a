import { globSync, readFileSync } from 'node:fs';

const FILE = new URL('../../page-matrix.json', import.meta.url);
const PAGES = new URL('../../../portal/src/pages/', import.meta.url);

/** Who opens a page, as the matrix tells them apart. */
export const VISITORS = [
  'visitor',
  'person-unkept',
  'newcomer',
  'person',
  'staff-new',
  'staff-pending',
  'counsellor',
  'counsellor-colleague',
  'partner-staff',
  'organisation-admin',
  'platform-admin',
  'expired',
  'suspended',
] as const;
export type Visitor = (typeof VISITORS)[number];

export const METHODS = ['GET', 'POST'] as const;
export type Method = (typeof METHODS)[number];

/** What each role is answered: `200`, `403`, or `303 /account/sign-in` where it is led elsewhere. */
export type Answers = Partial<Record<Visitor | 'others', string>>;

export interface PageLine {
  /** Whose page it is: what this door answers holds for whoever is not named. */
  door: string;
  /** Opening it, and sending it a form that says nothing. */
  GET: Answers;
  POST: Answers;
  /** What its id is an id of. */
  id?: 'appointment' | 'counsellor' | 'listing' | 'consent' | 'emergency' | 'place' | 'group' | 'offer';
  /** Whom a form that says nothing, or a mere visit, does something for. */
  acts?: Partial<Record<Method, Visitor[]>>;
}

interface PageMatrix {
  roles: Record<string, string>;
  doors: Record<string, Answers>;
  pages: Record<string, PageLine>;
}

export const readPageMatrix = (): PageMatrix => JSON.parse(readFileSync(FILE, 'utf8'));

/** What this visitor must be answered. */
export function answerFor({ doors }: PageMatrix, line: PageLine, method: Method, visitor: Visitor): string {
  const answers = { ...doors[line.door], ...line[method] };
  return answers[visitor] ?? answers.others ?? 'nothing';
}

/** Every page and endpoint that there is, as its address with the places of its parameters. */
export function findPages(): string[] {
  const files = globSync('**/*.{astro,ts}', { cwd: PAGES });
  return files.map((file) => `/${file.replace(/(?:(?:^|\/)index)?\.\w+$/, '')}`).toSorted();
}

/** Answers as a line of the matrix says them: the most common one stands for the others. */
export function foldAnswers(answers: [Visitor, string][]): Answers {
  const counts = Map.groupBy(answers, ([, answer]) => answer);
  const [others] = [...counts].toSorted(([, one], [, two]) => two.length - one.length)[0] ?? [];
  return {
    ...Object.fromEntries(answers.filter(([, answer]) => answer !== others)),
    ...(others !== undefined && { others }),
  };
}
