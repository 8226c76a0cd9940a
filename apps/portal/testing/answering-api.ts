import type { ErrorCode } from '@homeward/contracts/error-code';
import { openVisit, type Visit } from '../src/visit/visit.ts';

/** What the API answers: its data, or a code from its closed list. */
type Answer = { data: unknown } | { refuses: ErrorCode };

/** A visit whose API is at the other end of a wire, written here by its protocol. `asked` holds what it was asked. */
export function visitWith(answer: Answer): { visit: Visit; asked: { deed: string; input: unknown }[] } {
  const asked: { deed: string; input: unknown }[] = [];
  const api = async (request: Request): Promise<Response> => {
    const body = await request.text();
    const deed = new URL(request.url).pathname.replace('/rpc/', '');
    asked.push({ deed, input: body === '' ? undefined : JSON.parse(body) });
    if ('data' in answer) return Response.json({ result: { data: answer.data } });
    const data = { code: answer.refuses, httpStatus: 400, requestId: '', issues: [] };
    return Response.json({ error: { code: -32_600, message: answer.refuses, data } }, { status: 400 });
  };
  return { visit: openVisit(new Request('http://portal.test/en/care'), api, undefined), asked };
}
