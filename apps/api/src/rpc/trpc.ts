import type { ErrorCode, InputIssue } from '@homeward/contracts/error-code';
import { type Context, Failure, type Operation } from '@homeward/core/kernel';
import { initTRPC, TRPCError } from '@trpc/server';
import type { z } from 'zod';
import { RPC_ERRORS } from './error-table.ts';

/** What each procedure is given. */
export interface RpcContext extends Context {
  requestId: string;
  /** Sends a Set-Cookie with the answer. */
  setCookie(value: string): void;
}

/** Everything an error says; built anew, so that nothing else can slip out (tRPC adds stack, path and the raw message by default). */
interface RpcErrorData {
  code: ErrorCode;
  httpStatus: number;
  requestId: string;
  issues: readonly InputIssue[];
}

const t = initTRPC.context<RpcContext>().create({
  isDev: false,
  errorFormatter({ shape, error, ctx }) {
    const code = errorCodeOf(error);
    const data: RpcErrorData = {
      code,
      httpStatus: shape.data.httpStatus,
      requestId: ctx?.requestId ?? '',
      issues: error.cause instanceof Failure ? error.cause.issues : [],
    };
    return { code: shape.code, message: code, data };
  },
});

export const { router } = t;

/** The closed code of an error; whatever is not ours and not tRPC's own refusal of a request is `internal`. */
export function errorCodeOf(error: TRPCError): ErrorCode {
  if (error.cause instanceof Failure) return error.cause.code;
  switch (error.code) {
    case 'PARSE_ERROR':
    case 'BAD_REQUEST':
      return 'invalid-input';
    case 'NOT_FOUND':
    case 'METHOD_NOT_SUPPORTED':
      return 'not-found';
    case 'PAYLOAD_TOO_LARGE':
      return 'too-large';
    case 'UNSUPPORTED_MEDIA_TYPE':
      return 'unsupported-media-type';
    default:
      return 'internal';
  }
}

/** Failures become this door's errors; anything else stays a bug and is told as `internal`. */
const procedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof Failure) {
    const failure = result.error.cause;
    throw new TRPCError({ code: RPC_ERRORS[failure.code], message: failure.code, cause: failure });
  }
  return result;
});

/**
 * What a caller has to send, for TypeScript only: the use-case parses its input itself, whatever really came.
 */
const unparsed = <Input>(value: unknown): Input => value as Input;

/** Exposes a query as it is. */
export const asQuery = <Input extends z.ZodType, Output>(operation: Operation<Input, Output>) =>
  procedure.input(unparsed<z.input<Input>>).query(({ ctx, input }) => operation(ctx, unparsed(input)));

/** Exposes a command as it is. */
export const asMutation = <Input extends z.ZodType, Output>(operation: Operation<Input, Output>) =>
  procedure.input(unparsed<z.input<Input>>).mutation(({ ctx, input }) => operation(ctx, unparsed(input)));

/** Exposes a command that opens a session: its cookie leaves as a header, never in the body. */
export const asSessionMutation = <Input extends z.ZodType>(operation: Operation<Input, { cookie: string }>) =>
  procedure.input(unparsed<z.input<Input>>).mutation(async ({ ctx, input }) => {
    const { cookie } = await operation(ctx, unparsed(input));
    ctx.setCookie(cookie);
  });

/** Exposes a command that ends a session: the browser forgets the cookie in any case. */
export const asEndingMutation = <Input extends z.ZodType>(
  operation: Operation<Input, void>,
  blankCookie: string,
) =>
  procedure.input(unparsed<z.input<Input>>).mutation(async ({ ctx, input }) => {
    ctx.setCookie(blankCookie);
    await operation(ctx, unparsed(input));
  });
