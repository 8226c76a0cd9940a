import type { ErrorCode, InputIssue } from '@homeward/contracts/error-code';
import { asUnavailable, type Context, Failure, type Operation } from '@homeward/core/kernel';
import { initTRPC, TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { Throttle } from '../throttle/throttle.ts';
import { RPC_ERRORS } from './error-table.ts';

/** What each procedure is given. */
export interface RpcContext extends Context {
  requestId: string;
  /** The address that asks, for the throttle alone. */
  caller: string | undefined;
  throttle: Throttle;
  /** Sends a Set-Cookie with the answer. */
  setCookie(value: string): void;
}

/** What a procedure needs beside its use-case. */
export interface Meta {
  /** What it stands for, so that tests can walk all of them. */
  operation?: Operation['spec'];
  /** Refused in a batch: one request is one try. */
  alone?: boolean;
  /** A try at a secret, slowed after wrong ones. */
  guess?: {
    kind: string;
    /** What is being tried at, in one spelling. The input is whatever came. */
    target: (input: unknown, context: Context) => string;
    /** For what answers instead of throwing: whether that answer is of a wrong try. */
    isMiss?: ((output: unknown) => boolean) | undefined;
  };
  /** Makes an account. */
  creates?: boolean;
  /** Counts something that anybody may say. */
  says?: boolean;
}

/** Everything an error says; built anew, so that nothing else can slip out (tRPC adds stack, path and the raw message by default). */
interface RpcErrorData {
  code: ErrorCode;
  httpStatus: number;
  requestId: string;
  issues: readonly InputIssue[];
  /** When it is worth to try again. */
  retryAfterSeconds?: number;
}

const t = initTRPC
  .context<RpcContext>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const code = errorCodeOf(error);
      const failure = error.cause instanceof Failure ? error.cause : undefined;
      const data: RpcErrorData = {
        code,
        httpStatus: shape.data.httpStatus,
        requestId: ctx?.requestId ?? '',
        issues: failure?.issues ?? [],
        ...(failure?.retryAfterSeconds !== undefined && { retryAfterSeconds: failure.retryAfterSeconds }),
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
const failing = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const failure = failureOf(result.error.cause);
  if (failure !== undefined) throw toTrpcError(failure);
  return result;
});

const failureOf = (cause: unknown): Failure | undefined =>
  cause instanceof Failure ? cause : asUnavailable(cause);

export const toTrpcError = (failure: Failure): TRPCError =>
  new TRPCError({ code: RPC_ERRORS[failure.code], message: failure.code, cause: failure });

/** Tries at secrets and new accounts go through the throttle. */
const procedure = failing.use(async ({ ctx, meta, getRawInput, next }) => {
  if (meta?.creates) await ctx.throttle.creation(ctx.caller);
  if (meta?.says) await ctx.throttle.saying(ctx.caller);
  if (meta?.guess === undefined) return next();
  const { kind, target, isMiss } = meta.guess;
  const guess = { context: ctx, caller: ctx.caller, kind, target: target(await getRawInput(), ctx) };
  return ctx.throttle.guess(guess, next, (result) =>
    result.ok ? (isMiss?.(result.data) ?? false) : isWrong(failureOf(result.error.cause)),
  );
});

/** What is tried at and not there is a wrong try too. */
const isWrong = (failure: Failure | undefined): boolean =>
  failure?.code === 'wrong-sign-in' || failure?.code === 'wrong-code' || failure?.code === 'not-found';

/**
 * For a procedure that takes a secret that somebody typed. `target` says in one spelling what is being tried at (a number,
 * a name, whoever is signed in), from an input that nobody has parsed yet: `''` for what is none. `isMiss` for what answers
 * a wrong one instead of refusing it.
 */
export const guessing = (
  kind: string,
  target: (input: unknown, context: Context) => string,
  isMiss?: (output: unknown) => boolean,
): Meta => ({ alone: true, guess: { kind, target, isMiss } });

/** The same, where whoever is signed in proves who they are: the target is their account. */
export const guessingOwn = (kind: string): Meta =>
  guessing(kind, (_input, { actor }) => {
    if ('personId' in actor) return actor.personId;
    return 'staffId' in actor ? actor.staffId : '';
  });

/** A member of an input that nobody has parsed yet; `''` unless it is a text. */
export function textIn(input: unknown, name: string): string {
  if (typeof input !== 'object' || input === null) return '';
  const value: unknown = Reflect.get(input, name);
  return typeof value === 'string' ? value : '';
}

/**
 * What a caller has to send, for TypeScript only: the use-case parses its input itself, whatever really came.
 */
const unparsed = <Input>(value: unknown): Input => value as Input;

/** Exposes a query as it is. */
export const asQuery = <Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
  meta: Meta = {},
) =>
  procedure
    .meta({ ...meta, operation: operation.spec })
    .input(unparsed<z.input<Input>>)
    .query(({ ctx, input }) => operation(ctx, unparsed(input)));

/** Exposes a command as it is. */
export const asMutation = <Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
  meta: Meta = {},
) =>
  procedure
    .meta({ ...meta, operation: operation.spec })
    .input(unparsed<z.input<Input>>)
    .mutation(({ ctx, input }) => operation(ctx, unparsed(input)));

/** Exposes a command that opens a session: its cookie leaves as a header, never in the body. */
export const asSessionMutation = <Input extends z.ZodType>(
  operation: Operation<Input, { cookie: string }>,
  meta: Meta = {},
) =>
  procedure
    .meta({ ...meta, alone: true, operation: operation.spec })
    .input(unparsed<z.input<Input>>)
    .mutation(async ({ ctx, input }) => {
      const { cookie } = await operation(ctx, unparsed(input));
      ctx.setCookie(cookie);
    });

/** Exposes a command that renews the session and answers something else beside its cookie. */
export const asProvingMutation = <Input extends z.ZodType, Output extends { cookie: string }>(
  operation: Operation<Input, Output>,
  meta: Meta = {},
) =>
  procedure
    .meta({ ...meta, alone: true, operation: operation.spec })
    .input(unparsed<z.input<Input>>)
    .mutation(async ({ ctx, input }) => {
      const { cookie, ...rest } = await operation(ctx, unparsed(input));
      ctx.setCookie(cookie);
      return rest;
    });

/** Exposes a command that ends a session: the browser forgets the cookie in any case. */
export const asEndingMutation = <Input extends z.ZodType>(
  operation: Operation<Input, void>,
  blankCookie: string,
) =>
  procedure
    .meta({ alone: true, operation: operation.spec })
    .input(unparsed<z.input<Input>>)
    .mutation(async ({ ctx, input }) => {
      ctx.setCookie(blankCookie);
      await operation(ctx, unparsed(input));
    });

/** Exposes a command after which the session is over when its answer says so. */
export const asPerhapsEndingMutation = <Input extends z.ZodType, Output>(
  operation: Operation<Input, Output>,
  blankCookie: string,
  isOver: (output: Output) => boolean,
) =>
  procedure
    .meta({ alone: true, operation: operation.spec })
    .input(unparsed<z.input<Input>>)
    .mutation(async ({ ctx, input }) => {
      const output = await operation(ctx, unparsed(input));
      if (isOver(output)) ctx.setCookie(blankCookie);
      return output;
    });
