import type { ErrorCode, InputIssue } from '@homeward/contracts/error-code';

/** Why a page cannot be shown: the API's codes, and two that only a page knows. */
export type RefusalCode = ErrorCode | 'cross-site' | 'method';

/** Thrown by a page that cannot go on; the middleware answers with a page that says so. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly issues: readonly InputIssue[];

  constructor(code: RefusalCode, issues: readonly InputIssue[] = [], options?: ErrorOptions) {
    super(code, options);
    this.name = 'Refusal';
    this.code = code;
    this.issues = issues;
  }
}
