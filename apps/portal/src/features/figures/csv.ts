/** What a spreadsheet may take for a formula, at the beginning of a cell, full-width forms and invisible characters included. */
const STARTS_A_FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@|＝＋－＠｜]|^[\t\r\n\0\uFEFF]/u;

/** A text that a spreadsheet shows and never runs: always in quotes, with an apostrophe before what looks like a formula. */
export function csvText(text: string): string {
  const clean = text.replaceAll('\0', '');
  const safe = STARTS_A_FORMULA.test(text) ? `'${clean}` : clean;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Lines of a file by RFC 4180: texts in quotes, numbers as they are. */
export const csvFile = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .map(
      (cells) =>
        `${cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvText(cell))).join(',')}\r\n`,
    )
    .join('');
