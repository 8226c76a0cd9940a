import { DeclineReason } from '@homeward/contracts/booking';
import { Id } from '@homeward/contracts/id';

/** What a counsellor answers to a request: yes, or no with a reason of the list. */
export type AnswerForm = { id: string; answer: 'yes' } | { id: string; answer: 'no'; reason: DeclineReason };

/** Reads a posted answer; undefined when it is none, or a no without a reason. */
export function readAnswerForm(form: URLSearchParams): AnswerForm | undefined {
  const id = Id.safeParse(form.get('id'));
  if (!id.success) return undefined;
  if (form.get('answer') === 'yes') return { id: id.data, answer: 'yes' };
  const reason = DeclineReason.safeParse(form.get('reason'));
  if (form.get('answer') === 'no' && reason.success)
    return { id: id.data, answer: 'no', reason: reason.data };
  return undefined;
}
