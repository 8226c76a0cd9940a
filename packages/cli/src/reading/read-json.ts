import type { Problems } from '../problem/problem.ts';
import { setPointers } from './origin.ts';
import { readText, type SourceFile } from './read-text.ts';

/** The top-level values of a JSON file (one) or of an NDJSON file (one a line), with every object's place known. */
export function readJson(source: SourceFile, problems: Problems): unknown[] | undefined {
  const bytes = readText(source, problems);
  if (bytes === undefined) return undefined;
  const text = new TextDecoder().decode(bytes);
  const whole = /\.(ndjson|jsonl)$/i.test(source.path) ? undefined : parseJson(text);
  if (whole !== undefined && 'value' in whole) {
    setPointers(whole.value, source.name, '');
    return [whole.value];
  }
  const lines = text.split(/\r?\n/);
  if (whole === undefined || looksLikeNdjson(lines)) return readLines(lines, source.name, problems);
  problems.fault({ code: 'broken-json', file: source.name, ...placeOfFault(text, whole.reason) });
  return undefined;
}

function readLines(lines: string[], file: string, problems: Problems): unknown[] {
  const values: unknown[] = [];
  lines.forEach((text, index) => {
    if (text.trim() === '') return;
    const parsed = parseJson(text);
    if ('value' in parsed) {
      setPointers(parsed.value, file, '', index + 1);
      values.push(parsed.value);
    } else {
      problems.fault({
        code: 'broken-json',
        file,
        line: index + 1,
        message: 'the line is not JSON',
        advice: 'Each line must be one whole JSON object.',
      });
    }
  });
  return values;
}

function looksLikeNdjson(lines: string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  return (
    filled.length > 1 &&
    filled.slice(0, 2).every((line) => line.trim().startsWith('{') && 'value' in parseJson(line))
  );
}

function parseJson(text: string): { value: unknown } | { reason: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : '' };
  }
}

function placeOfFault(text: string, reason: string): { line?: number; message: string; advice: string } {
  const position = Number(/at position (\d+)/.exec(reason)?.[1] ?? Number.NaN);
  const whole = text.trimEnd();
  if (position >= whole.length || /end of JSON/i.test(reason)) {
    const line = whole.split('\n').length;
    return {
      line,
      message: 'the file ends in the middle: it is cut off',
      advice: 'Export or download it again.',
    };
  }
  if (Number.isNaN(position)) {
    return { message: 'it is not JSON', advice: 'Check that the file is the one you mean.' };
  }
  const before = text.slice(0, position).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return {
    line: before.length,
    message: `it is not JSON at character ${column} of this line`,
    advice: 'Mend it there, or export it again.',
  };
}
