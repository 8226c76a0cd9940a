import { deepStrictEqual } from 'node:assert';
import { listFreeSlots } from '../../src/counsellor/index.ts';
import { freeTimes } from './free-times.ts';
import { activeOf, type Model } from './model.ts';
import { counsellorOf, type PersonContext, type Real } from './real.ts';
import { COUNSELLORS, DAY, PEOPLE } from './scene.ts';
import { openOf } from './taking.ts';

/** Holds what the database has, what is offered and what was told against the model. */
export async function compare(model: Model, real: Real): Promise<void> {
  deepStrictEqual(await readActive(model, real), presentActive(model), 'the active appointments differ');
  for (let counsellor = 0; counsellor < COUNSELLORS.length; counsellor++) {
    const free = freeTimes(model, counsellor);
    deepStrictEqual(await readFree(model, real, counsellor), inWords(free), `offered by ${counsellor}`);
    // To one of the people, each in turn, without what they have elsewhere and as if they held nothing there.
    const person = real.log.length % PEOPLE.length;
    const own = openOf(model, person);
    const held = own.filter((one) => one.status === 'held' && one.counsellor === counsellor);
    const booked = own.filter(({ status }) => status !== 'held');
    const theirs = freeTimes(model, counsellor, held).filter((from) => {
      const to = from + lengthOf(model, counsellor);
      return !booked.some((one) => one.from < to && from < one.to);
    });
    const what = `offered by ${counsellor} to person ${person}`;
    deepStrictEqual(await readFree(model, real, counsellor, real.people[person]), inWords(theirs), what);
  }
  deepStrictEqual(await readTold(real), model.told.toSorted(), 'what people and staff are told differs');
  deepStrictEqual(await readSent(real), model.sent.toSorted(), 'what was sent differs');
}

const lengthOf = ({ desks }: Model, counsellor: number): number =>
  (desks[counsellor]?.limits.lengthMinutes ?? 0) * 60_000;

const inWords = (instants: readonly number[]): string[] => instants.map((at) => new Date(at).toISOString());

const presentActive = (model: Model): string[] =>
  activeOf(model)
    .map((one) => {
      const times = inWords([one.from, one.to, one.blocked.from, one.blocked.to]);
      return [one.id, `person ${one.person} with ${one.counsellor}`, one.status, ...times].join(' ');
    })
    .sort();

async function readActive(model: Model, real: Real): Promise<string[]> {
  const rows = await real.world.rows<Record<'id' | 'person_id' | 'counsellor_id' | 'status', string> & Times>(
    `SELECT id, person_id, counsellor_id, status, lower(period) AS from, upper(period) AS to,
       lower(blocked_period) AS blocked_from, upper(blocked_period) AS blocked_to
     FROM appointment WHERE counsellor_id = ANY ($1)
       AND (status IN ('requested', 'booked') OR (status = 'held' AND hold_expires_at > $2))`,
    [real.counsellors.map(({ actor }) => actor.staffId), new Date(model.now)],
  );
  return rows
    .map((row) => {
      const times = [row.from, row.to, row.blocked_from, row.blocked_to].map((at) => at.toISOString());
      return [
        row.id,
        `${whoIs(real, row.person_id)} with ${hostIs(real, row.counsellor_id)}`,
        row.status,
        ...times,
      ].join(' ');
    })
    .sort();
}

type Times = Record<'from' | 'to' | 'blocked_from' | 'blocked_to', Date>;

const whoIs = ({ people }: Real, id: string): string =>
  `person ${people.findIndex(({ actor }) => actor.personId === id)}`;
const hostIs = ({ counsellors }: Real, id: string): number =>
  counsellors.findIndex(({ actor }) => actor.staffId === id);

async function readFree(model: Model, real: Real, counsellor: number, as?: PersonContext): Promise<string[]> {
  const { actor } = counsellorOf(real, counsellor);
  const window = { from: new Date(model.now - DAY), to: new Date(model.now + 6 * DAY) };
  const asked = { counsellorId: actor.staffId, from: window.from.toISOString(), to: window.to.toISOString() };
  const slots = await listFreeSlots(as ?? real.world.visitor, asked);
  return slots.map(({ startsAt }) => new Date(startsAt).toISOString());
}

async function readTold(real: Real): Promise<string[]> {
  const staff = await real.world.rows<{ staff_id: string; kind: string; about: string | null }>(
    'SELECT staff_id, kind, appointment_id AS about FROM notice WHERE staff_id = ANY ($1)',
    [real.counsellors.map(({ actor }) => actor.staffId)],
  );
  const people = await real.world.rows<{ person_id: string; kind: string; about: string }>(
    'SELECT person_id, kind, coalesce(appointment_id, subject_id) AS about FROM person_notice WHERE person_id = ANY ($1)',
    [real.people.map(({ actor }) => actor.personId)],
  );
  return [
    ...staff.map((row) => `counsellor ${hostIs(real, row.staff_id)} ${row.kind} ${row.about}`),
    ...people.map((row) => `${whoIs(real, row.person_id)} ${row.kind} ${row.about}`),
  ].sort();
}

/** What came out, and what it was about; the same event never twice. */
async function readSent({ world, sent, ...real }: Real): Promise<string[]> {
  const rows = await world.rows<{
    event_id: string;
    person_id: string;
    kind: string;
    about: string;
  }>(
    `SELECT m.event_id, m.person_id, m.kind, coalesce(m.appointment_id, n.subject_id) AS about
       FROM message m LEFT JOIN person_notice n ON n.event_id = m.event_id WHERE m.event_id = ANY ($1)`,
    [sent.map(({ id }) => id)],
  );
  if (new Set(sent.map(({ id }) => id)).size < sent.length) throw new Error('one event was sent twice');
  const of = new Map(rows.map((row) => [row.event_id, row]));
  return sent
    .map(({ id, channel, at }) => {
      const { person_id = '', kind, about } = of.get(id) ?? {};
      const who = whoIs({ ...real, world, sent }, person_id);
      return `${channel} to ${who}: ${kind === 'reminder' ? kind : 'update'} of ${about} at ${at}`;
    })
    .sort();
}
