import type { RpcRouter } from '@homeward/api/rpc';
import type { ErrorCode, InputIssue } from '@homeward/contracts/error-code';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { CookieJar } from './cookie-jar.ts';
import { Refusal } from './refusal.ts';

export type Rpc = ReturnType<typeof openRpc>;

/** The API's private door, spoken to as the browser's own session. Cookies that it sets go into the jar. */
export function openRpc(api: App.Locals['api'], jar: CookieJar) {
  return createTRPCClient<RpcRouter>({
    links: [
      httpLink({
        url: 'http://api.internal/rpc',
        methodOverride: 'POST',
        async fetch(url, init) {
          const headers = new Headers(init?.headers);
          headers.set('content-type', 'application/json');
          const cookie = jar.header();
          if (cookie !== '') headers.set('cookie', cookie);
          const response = await api(
            new Request(url, {
              method: 'POST',
              headers,
              body: typeof init?.body === 'string' ? init.body : null,
            }),
          );
          for (const line of response.headers.getSetCookie()) jar.take(line);
          return response;
        },
      }),
    ],
  });
}

/** What the API answers. Throws `Refusal` when it refuses, or cannot be reached. */
export async function ask<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof TRPCClientError ? toRefusal(error) : error;
  }
}

export type Attempt<Value, Code extends ErrorCode> =
  | { ok: true; value: Value }
  | { ok: false; code: Code; issues: readonly InputIssue[] };

/** Like `ask`, but hands back the refusals that the page has an answer for. */
export async function attempt<Value, const Code extends ErrorCode>(
  answer: Promise<Value>,
  codes: readonly Code[],
): Promise<Attempt<Value, Code>> {
  try {
    return { ok: true, value: await ask(answer) };
  } catch (error) {
    const code = error instanceof Refusal ? codes.find((known) => known === error.code) : undefined;
    if (error instanceof Refusal && code) return { ok: false, code, issues: error.issues };
    throw error;
  }
}

function toRefusal(error: TRPCClientError<RpcRouter>): Refusal {
  // Without data of ours the answer did not come from the API's own door: it is down, or something stands between.
  if (!error.data) return new Refusal('unavailable', [], { cause: error });
  return new Refusal(error.data.code, error.data.issues);
}
