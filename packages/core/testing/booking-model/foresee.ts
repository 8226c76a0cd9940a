import type { Appointment, Happening, Model } from './model.ts';
import { HOUR, PEOPLE } from './scene.ts';

/** A reminder that a worker finds later than this is not sent any more. */
const MOST_LATE = HOUR;

/** What the worker should tell and send, now that it looks. */
export function foresee(model: Model): void {
  const updates = new Set<string>();
  for (const happening of model.waiting.splice(0)) {
    const { kind, by, appointment, counsellor } = happening;
    const one = model.appointments.get(appointment);
    const line = (who: string) => `${who} appointment-${kind} ${appointment}`;
    // Nobody is told of what they did themselves.
    if (by === 'person') model.told.push(line(`counsellor ${counsellor}`));
    else if (one) {
      model.told.push(line(`person ${one.person}`));
      if (isStillSo(happening, one) && model.now < one.from) updates.add(appointment);
    }
  }
  for (const { to, kind, about } of model.news.splice(0)) {
    model.told.push(`${to} ${kind} ${about}`);
    const person = PEOPLE.findIndex((_, index) => to === `person ${index}`);
    send(model, { person, id: about ?? '' }, 'update');
  }
  for (const one of model.appointments.values()) {
    // Several at once say the same words, and so are one.
    if (updates.has(one.id)) send(model, one, 'update');
    if (isReminderDue(model, one) && !one.remindedOf.includes(one.version)) {
      one.remindedOf.push(one.version);
      send(model, one, 'reminder');
    }
  }
}

function send(model: Model, { person, id }: Pick<Appointment, 'person' | 'id'>, what: string): void {
  const channel = PEOPLE[person]?.channel;
  if (channel) model.sent.push(`${channel} to person ${person}: ${what} of ${id} at ${model.now}`);
}

/** After an end nothing is said but the end, and no end of what goes on. */
const isStillSo = ({ kind }: Happening, { status }: Appointment): boolean =>
  kind === 'cancelled' || kind === 'declined' ? status === 'cancelled' : status !== 'cancelled';

/** A day before on the person's own wall; not when that was over before it was made, moved or confirmed. */
function isReminderDue({ now }: Model, one: Appointment): boolean {
  const dueAt = reminderOf(one);
  return (
    one.status === 'booked' &&
    one.versionAt <= dueAt &&
    dueAt <= now &&
    now < dueAt + MOST_LATE &&
    now < one.from
  );
}

const reminderOf = ({ from, person }: Appointment): number =>
  Temporal.Instant.fromEpochMilliseconds(from)
    .toZonedDateTimeISO(PEOPLE[person]?.zone ?? 'UTC')
    .subtract({ days: 1 }).epochMilliseconds;

/** When the next one should leave. */
export const nextReminder = ({ appointments, now }: Readonly<Model>): number | undefined =>
  [...appointments.values()]
    .filter((one) => one.status === 'booked' && one.versionAt <= reminderOf(one))
    .map(reminderOf)
    .filter((dueAt) => dueAt > now + 1)
    .sort((a, b) => a - b)[0];
