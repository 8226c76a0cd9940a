import type { Terminal } from './progress.ts';

/** Where a command speaks: answers to standard output, progress to standard error. */
export interface Out {
  line(text: string): void;
  json(value: unknown): void;
  /** Errors and progress. */
  terminal: Terminal;
}

export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
