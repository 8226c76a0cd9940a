import { attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import { readTimeForm } from '../agenda/time-form.ts';
import type { Fault } from '../form/fault.ts';
import { groupFault } from './group-form.ts';

const ANSWERED = ['slot-taken', 'invalid-input', 'too-late-to-cancel', 'conflict'] as const;

/** Publishes, moves or calls off a group, as the form says. Answers what is wrong; nothing when it is done. */
export async function doToGroup(
  visit: Visit,
  form: URLSearchParams,
  id: string,
  zone: string,
): Promise<Fault[]> {
  const { rpc, t } = visit;
  const deed = form.get('do');
  if (deed === 'move') {
    const time = readTimeForm(form, zone, t);
    if (time.startsAt === undefined) return time.faults;
    return told(await attempt(rpc.group.move.mutate({ id, startsAt: time.startsAt }), ANSWERED), visit);
  }
  if (deed === 'publish') return told(await attempt(rpc.group.publish.mutate({ id }), ANSWERED), visit);
  if (deed === 'cancel') return told(await attempt(rpc.group.cancel.mutate({ id }), ANSWERED), visit);
  return [{ field: 'main', message: t('error.general') }];
}

function told(
  answer: Awaited<ReturnType<typeof attempt<unknown, (typeof ANSWERED)[number]>>>,
  { t }: Visit,
): Fault[] {
  if (answer.ok) return [];
  if (answer.code === 'too-late-to-cancel' || answer.code === 'conflict')
    return [{ field: 'main', message: t('careGroups.began') }];
  return [groupFault(answer.code, answer.issues, t)];
}
