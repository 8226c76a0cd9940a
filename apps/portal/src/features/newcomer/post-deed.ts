import { ask } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';

/** What a counsellor does from the page of an appointment, and where that leads. */
export async function postDeed(
  { rpc }: Visit,
  form: URLSearchParams,
  appointmentId: string,
): Promise<string> {
  if (form.get('deed') === 'renew') {
    await ask(rpc.recovery.start.mutate({ appointmentId }));
    return '/care/recoveries';
  }
  await ask(rpc.newcomer.confirm.mutate({ appointmentId }));
  return `/care/appointments/${appointmentId}?met`;
}
