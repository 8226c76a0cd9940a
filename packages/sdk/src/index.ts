export type { ApiCall } from './api-call.ts';
export { Homeward } from './client.ts';
export {
  AbortedError,
  ApiError,
  type ApiIssue,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  HomewardError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  TooLargeError,
  UnprocessableError,
} from './errors.ts';
export type { ListCall, Page } from './list-call.ts';
export type * from './listing.ts';
export type { ListParams } from './listings.ts';
export type {
  HomewardOptions,
  LogFields,
  Logger,
  RequestEvent,
  RequestOptions,
  ResponseEvent,
  RetryEvent,
} from './options.ts';
export type { WithResponse } from './transport.ts';
