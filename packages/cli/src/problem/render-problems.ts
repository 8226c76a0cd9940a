import { PROBLEM_TITLES, type Problem, type ProblemCode } from './problem.ts';

/** How many notices of one group are shown; faults are always all shown. */
const SHOWN_NOTICES = 5;

/** Every problem on a line of its own, grouped by what is wrong, the faults first. */
export function renderProblems(problems: readonly Problem[], { all }: { all: boolean }): string {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.code}`;
    groups.set(key, [...(groups.get(key) ?? []), problem]);
  }
  const ordered = [...groups.values()].sort((a, b) => rank(a) - rank(b));
  return ordered.map((group) => renderGroup(group, all)).join('\n');
}

function rank(group: Problem[]): number {
  return group[0]?.severity === 'fault' ? 0 : 1;
}

function renderGroup(group: Problem[], all: boolean): string {
  const [first] = group;
  if (first === undefined) return '';
  const shown = all || first.severity === 'fault' ? group : group.slice(0, SHOWN_NOTICES);
  const title = `${PROBLEM_TITLES[first.code as ProblemCode]} (${group.length} ${plural(first.severity, group.length)})`;
  const lines = shown.map((problem) => `  ${renderProblem(problem)}`);
  if (shown.length < group.length)
    lines.push(`  … and ${group.length - shown.length} more like these (--all shows them)`);
  return [title, ...lines, ''].join('\n');
}

/** `services.csv:14 service_name (Immigration): the name is empty. Give it a name.` */
function renderProblem(problem: Problem): string {
  const { file, line, pointer, field, record, message, advice } = problem;
  const at = `${file}${line === undefined ? '' : `:${line}`}${pointer === undefined || pointer === '' ? '' : `#${pointer}`}`;
  const who = record === undefined || record.trim() === '' ? '' : ` (${oneLine(record, 60)})`;
  return `${at}${field === undefined ? '' : ` ${field}`}${who}: ${oneLine(message, 300)}. ${advice}`;
}

/** A value from a file as it may stand in our line: control characters would speak to the terminal. */
export function oneLine(text: string, maxLength: number): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > maxLength ? `${line.slice(0, maxLength - 1).trimEnd()}…` : line;
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}
