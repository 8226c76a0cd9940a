import { ask } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';

/** The person has opened this: the news of it is none any more. Writes nothing where there was none. */
export async function markSeen({ rpc }: Visit, about: string): Promise<void> {
  const news = await ask(rpc.notice.mine.query());
  if (news.some(({ appointment, subjectId }) => (appointment?.id ?? subjectId) === about))
    await ask(rpc.notice.markSeen.mutate({ about }));
}
