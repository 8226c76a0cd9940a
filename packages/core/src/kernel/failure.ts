import type { ErrorCode, InputIssue } from '@homeward/contracts/error-code';
import type { z } from 'zod';

interface FailureOptions extends ErrorOptions {
  /** When it is worth to try again. */
  retryAfterSeconds?: number;
}

/** An expected refusal. The message is for developers and logs; people read a translation of the code. */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly issues: readonly InputIssue[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    issues: readonly InputIssue[] = [],
    { retryAfterSeconds, ...options }: FailureOptions = {},
  ) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
    this.issues = issues;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Parses what came from outside. Throws `invalid-input` with a JSON Pointer per fault; values that were sent are never repeated. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Failure('invalid-input', 'the input does not have the expected shape', toIssues(parsed.error));
}

export function toIssues(error: z.ZodError): InputIssue[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: toPointer([...path, key]),
        code: 'unknown-member',
        message: 'is not known here',
      }));
    }
    return [{ pointer: toPointer(path), code: issue.code.replaceAll('_', '-'), message: issue.message }];
  });
}

/** RFC 6901. */
export function toPointer(path: readonly string[]): string {
  return path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
