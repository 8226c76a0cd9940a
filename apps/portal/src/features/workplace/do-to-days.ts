import { SetHolidays } from '@homeward/contracts/availability';
import { Id, PlainDate } from '@homeward/contracts/id';
import { attempt } from '../../visit/rpc.ts';
import type { Visit } from '../../visit/visit.ts';
import type { Fault } from '../form/fault.ts';
import { readOverride, readTimeOff } from './days-form.ts';

type Done = { saved: true } | { faults: Fault[] };

/** Does what a posted form of the page of days asks for; faults when it can't be done. */
export async function doToDays(visit: Visit, form: URLSearchParams): Promise<Done> {
  const { t, rpc } = visit;
  const refused = (field: string): Done => ({ faults: [{ field, message: t('days.errorRefused') }] });
  const date = PlainDate.safeParse(form.get('date')).data;
  switch (form.get('do')) {
    case 'time-off': {
      const { value, faults } = readTimeOff(form, t);
      if (!value) return { faults };
      const added = await attempt(rpc.counsellor.addTimeOff.mutate(value), ['invalid-input']);
      return added.ok ? { saved: true } : refused('off-until');
    }
    case 'override': {
      const { value, faults } = readOverride(form, t);
      if (!value) return { faults };
      const set = await attempt(rpc.counsellor.setOverride.mutate(value), ['invalid-input']);
      return set.ok ? { saved: true } : refused('on');
    }
    case 'remove-time-off': {
      const id = Id.safeParse(form.get('id')).data;
      // One that is gone already is what was wished for.
      if (id) await attempt(rpc.counsellor.removeTimeOff.mutate({ id }), ['not-found']);
      return { saved: true };
    }
    case 'remove-override':
      if (date) await attempt(rpc.counsellor.removeOverride.mutate({ date }), []);
      return { saved: true };
    case 'work': {
      if (!date) return refused('holidays');
      const worked = await attempt(rpc.counsellor.workOnHoliday.mutate({ date }), ['invalid-input']);
      return worked.ok ? { saved: true } : refused('holidays');
    }
    case 'holidays': {
      const country = form.get('country') || null;
      const isSame = country === form.get('was');
      const asked = SetHolidays.safeParse({ country, region: (isSame && form.get('region')) || null });
      if (!asked.success) return refused('country');
      const set = await attempt(rpc.counsellor.setHolidays.mutate(asked.data), ['invalid-input']);
      return set.ok ? { saved: true } : refused('country');
    }
    default:
      return refused('off-from');
  }
}
