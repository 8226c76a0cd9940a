import { BookForPerson } from '@homeward/contracts/agenda';
import { command, Failure } from '../kernel/index.ts';
import { findPersonKeys } from '../vault/index.ts';
import { unsealCallMe } from './call-me.ts';
import { getEarlierAppointment } from './earlier-appointment.ts';
import { asOneAnswer } from './one-answer.ts';
import { takeTime } from './take-time.ts';

/**
 * The counsellor makes another appointment with somebody they look after: at a time that is offered, or, with a reason, where
 * room has to be made; never over another appointment. The person is told, and may give it back as any other. It goes on as
 * the earlier one: the same way to meet, language and name. Throws `not-found`, `slot-taken`, `conflict` (they are looked
 * after no longer) or `invalid-input` (a time that has passed, a way that is not offered then).
 */
export const bookForPerson = command({
  action: 'appointment.book-for-person',
  scope: 'agenda:own',
  input: BookForPerson,
  run: async (tx, { appointmentId, startsAt, modality, urgentReason }) => {
    const earlier = await getEarlierAppointment(tx, appointmentId);
    const at = Date.parse(startsAt);
    if (at < tx.clock.now())
      throw new Failure('invalid-input', 'this time has passed', [
        { pointer: '/startsAt', code: 'in-the-past', message: 'must lie ahead' },
      ]);
    const { person_id: personId, language, interpreter_language } = earlier;
    const key = (await findPersonKeys(tx, [personId])).get(personId);
    const isSpoken = language !== null && earlier.languages.includes(language);
    const { id } = await asOneAnswer(
      takeTime(tx, {
        counsellorId: earlier.staffId,
        personId,
        startsAt: at,
        modality: modality ?? earlier.modality,
        zone: earlier.person_zone,
        as: 'booked',
        said: {
          language: isSpoken ? language : undefined,
          interpreterLanguage: interpreter_language ?? undefined,
          callMe: unsealCallMe(key, earlier) ?? undefined,
        },
        urgentReason,
        // How many a person may have keeps them from hoarding times; whoever looks after them does not.
        most: Number.POSITIVE_INFINITY,
      }),
    );
    return { id };
  },
  subject: ({ id }) => id,
});
