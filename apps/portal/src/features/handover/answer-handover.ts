import type { MyHandover } from '@homeward/contracts/handover';
import { attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';

type Answered = 'accepted' | 'refused' | 'given-back' | 'taken' | 'over';

/** Carries a posted answer to a handover on, and says what became of it. What is no answer of the page is a no. */
export async function answerHandover(
  { rpc }: Visit,
  { id, status }: Pick<MyHandover, 'id' | 'status'>,
  form: URLSearchParams,
): Promise<Answered> {
  if (status === 'told') {
    const given = await attempt(rpc.handover.giveBackCover.mutate({ id }), [
      'too-late-to-cancel',
      'not-found',
    ]);
    return given.ok ? 'given-back' : 'over';
  }
  const accept = form.get('answer') === 'yes';
  const answered = await attempt(rpc.handover.answer.mutate({ id, accept }), ['slot-taken', 'conflict']);
  if (answered.ok) return accept ? 'accepted' : 'refused';
  return answered.code === 'slot-taken' ? 'taken' : 'over';
}
