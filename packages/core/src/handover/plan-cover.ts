import { type CoverPlan, PlanCover } from '@homeward/contracts/handover';
import { asSystem, Failure, reading, type Tx } from '../kernel/index.ts';
import { listColleagues } from './colleague.ts';
import { findClashes } from './find-clashes.ts';
import { byStart, findGoing, type Going } from './find-going.ts';
import { hostOfCover } from './host-of-cover.ts';
import { presentGoing } from './present-going.ts';

const MOST_DAYS = 92;

/**
 * What a counsellor has on days of absence, and what of it the chosen colleague can't take. Throws `not-found` (the
 * counsellor, the colleague) or `invalid-input` (days that end before they begin, or are too many). Changes nothing.
 */
export const planCover = reading({
  action: 'cover.plan',
  scope: 'covers:arrange',
  input: PlanCover,
  run: async (tx, { counsellorId, colleagueId, ...days }) => {
    refuseLength(days);
    const { organisationId, hostId } = hostOfCover(tx, counsellorId);
    const all = await listColleagues(tx, organisationId);
    const [host, chosen] = [hostId, colleagueId].map((id) => findOne(all, id));
    const going = host
      ? await asSystem(tx, (db) =>
          findGoing({ ...tx, db }, { counsellorId: host.id, window: absence(days, host.zone) }),
        )
      : [];
    const clashes = chosen ? await findClashes(tx, going, chosen) : new Map();
    const asked = await findAsked(tx, going);
    const name = ({ id, alias }: { id: string; alias: string }) => ({ id, alias });
    const plan: CoverPlan = {
      counsellors: (tx.actor.kind === 'counsellor' && host ? [host] : all).map(name),
      colleagues: all.filter(({ id }) => id !== host?.id).map(name),
      zone: host?.zone ?? null,
      appointments: going
        .toSorted(byStart)
        .map((row) => ({ ...presentGoing(row, clashes), asked: asked.has(row.id) })),
    };
    return { going, plan };
  },
  seen: ({ going }) =>
    [...new Set(going.map((row) => row.personId))].map((personId) => ({ personId, what: 'agenda' })),
  present: ({ plan }) => plan,
});

interface Days {
  firstOn: string;
  lastOn: string;
}

/** From the beginning of the first day to the end of the last, where the counsellor is. */
function absence({ firstOn, lastOn }: Days, zone: string): { from: Date; until: Date } {
  const startOf = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  const last = Temporal.PlainDate.from(lastOn);
  return { from: startOf(Temporal.PlainDate.from(firstOn)), until: startOf(last.add({ days: 1 })) };
}

function refuseLength({ firstOn, lastOn }: Days): void {
  const { days } = Temporal.PlainDate.from(firstOn).until(lastOn);
  if (days >= 0 && days < MOST_DAYS) return;
  const message = `must not be before the first day, nor more than ${MOST_DAYS} days in all`;
  throw new Failure('invalid-input', 'these are no days of absence', [
    { pointer: '/lastOn', code: 'out-of-range', message },
  ]);
}

function findOne<Row extends { id: string }>(all: readonly Row[], id: string | undefined): Row | undefined {
  const found = all.find((one) => one.id === id);
  if (id !== undefined && !found) throw new Failure('not-found', 'there is no such counsellor');
  return found;
}

async function findAsked(tx: Tx, going: readonly Going[]): Promise<Set<string | null>> {
  if (going.length === 0) return new Set();
  const ids = going.map(({ id }) => id);
  const rows = await asSystem(tx, (db) =>
    db
      .selectFrom('handover')
      .where('appointment_id', 'in', ids)
      .where('status', '=', 'asked')
      .select('appointment_id')
      .execute(),
  );
  return new Set(rows.map((row) => row.appointment_id));
}
