import { attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import { readAnswerForm } from './answer-form.ts';

/** Answers a request as the form says; which word the page then says of it. */
export async function answerRequest(
  { rpc }: Visit,
  form: URLSearchParams,
): Promise<'yes' | 'no' | 'unsaid' | 'stale'> {
  const said = readAnswerForm(form);
  if (said === undefined) return 'unsaid';
  const answering =
    said.answer === 'yes'
      ? rpc.booking.confirm.mutate({ id: said.id })
      : rpc.booking.decline.mutate({ id: said.id, reason: said.reason });
  const answered = await attempt(answering, ['conflict', 'not-found']);
  return answered.ok ? said.answer : 'stale';
}
