import type { ErrorCode } from './listing.ts';

/** Base of everything this SDK throws. */
export class HomewardError extends Error {
  override name = 'HomewardError';
}

/** The request did not reach the server, or its answer did not come back whole. Safe to repeat with the same idempotency key. */
export class ConnectionError extends HomewardError {
  override name = 'ConnectionError';
}

/** One attempt took longer than `timeoutMs`, reading the answer included. */
export class TimeoutError extends ConnectionError {
  override name = 'TimeoutError';
}

/** The caller's own `signal` ended the request or the wait before a retry; `cause` is the signal's reason. */
export class AbortedError extends HomewardError {
  override name = 'AbortedError';
}

/** One fault of what was sent. `pointer` is a JSON Pointer (RFC 6901) into the body, `code` a stable word, `message` English for developers. */
export interface ApiIssue {
  pointer: string;
  code: string;
  message: string;
}

export interface ApiErrorDetails {
  status: number;
  code: ErrorCode;
  message: string;
  requestId: string | undefined;
  issues: readonly ApiIssue[];
  docUrl: string | undefined;
  retryAfterMs: number | undefined;
}

/** The server refused. `code` is stable and safe to branch on; `requestId` is what to tell the portal's operator. */
export class ApiError extends HomewardError {
  override name = 'ApiError';
  readonly status: number;
  readonly code: ErrorCode;
  readonly requestId: string | undefined;
  readonly issues: readonly ApiIssue[];
  /** The page that explains `code`. */
  readonly docUrl: string | undefined;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(details: ApiErrorDetails) {
    super(details.message);
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.issues = details.issues;
    this.docUrl = details.docUrl;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** 400: the body or a parameter is not as it must be; see `issues`. */
export class BadRequestError extends ApiError {
  override name = 'BadRequestError';
}

/** 401: no key, or one that is unknown, expired or revoked. */
export class AuthenticationError extends ApiError {
  override name = 'AuthenticationError';
}

/** 403: the key lacks the scope. */
export class PermissionError extends ApiError {
  override name = 'PermissionError';
}

/** 404: no such listing of yours. */
export class NotFoundError extends ApiError {
  override name = 'NotFoundError';
}

/** 409: it collides with something that happens or exists. */
export class ConflictError extends ApiError {
  override name = 'ConflictError';
}

/** 413: more bytes than the server reads. */
export class TooLargeError extends ApiError {
  override name = 'TooLargeError';
}

/** 422: understood, and refused; see `code` and `issues`. */
export class UnprocessableError extends ApiError {
  override name = 'UnprocessableError';
}

/** 429: too many requests; `retryAfterMs` says how long to wait when that is longer than the SDK waits by itself. */
export class RateLimitError extends ApiError {
  override name = 'RateLimitError';
}

/** 500 and above: the fault is the server's. */
export class ServerError extends ApiError {
  override name = 'ServerError';
}

const CLASS_OF_STATUS: Record<number, typeof ApiError> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  413: TooLargeError,
  422: UnprocessableError,
  429: RateLimitError,
};

/** The error for an answer that is not 2xx: a problem document (RFC 9457), or whatever a proxy in between made of it. */
export function errorOfAnswer(response: Response, body: string, retryAfterMs: number | undefined): ApiError {
  const { status } = response;
  const problem = problemOf(body);
  const Class = CLASS_OF_STATUS[status] ?? (status >= 500 ? ServerError : ApiError);
  const said = text(problem.detail) ?? text(problem.title) ?? 'the answer is not a problem document';
  return new Class({
    status,
    code: text(problem.code) ?? 'unknown',
    message: `${status} ${text(problem.code) ?? ''}: ${said}`.replace(' :', ':'),
    requestId: response.headers.get('x-request-id') ?? text(problem.requestId),
    issues: Array.isArray(problem.issues) ? problem.issues.filter(isIssue) : [],
    docUrl: absolute(text(problem.type), response.url),
    retryAfterMs,
  });
}

function problemOf(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

/** A problem's type may be relative to the portal's address. */
function absolute(url: string | undefined, base: string): string | undefined {
  return url !== undefined && URL.canParse(url, base) ? new URL(url, base).href : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isIssue(value: unknown): value is ApiIssue {
  const issue = value as Partial<ApiIssue> | null;
  return typeof issue === 'object' && typeof issue?.pointer === 'string' && typeof issue.message === 'string';
}
