import fc from 'fast-check';
import { cancelAppointment, confirmRequest, declineRequest } from '../../src/booking/index.ts';
import { type Appointment, isActive, type Model, note } from './model.ts';
import { counsellorOf, personOf } from './real.ts';
import { expectDone, expectRefusal, outcomeOf, type Step, step } from './step.ts';

const pickOf = (model: Readonly<Model>, pick: number, which: (one: Appointment) => boolean = () => true) => {
  const list = [...model.appointments.values()].filter(which);
  // The latest first: what was just made is what the next step is about.
  return list.at(-1 - (pick % Math.max(1, list.length)));
};

/** The counsellor says yes or no to what was asked for; often to what is no request any more. */
export const answer: fc.Arbitrary<Step> = fc
  .record({
    pick: fc.nat(2),
    says: fc.constantFrom('yes', 'yes', 'no'),
    open: fc.constantFrom(true, true, false),
  })
  .map(({ pick, says, open }) => {
    const which = ({ status }: Appointment) => (open ? status === 'requested' : status !== 'held');
    return step({
      name: `${says === 'yes' ? 'confirm' : 'decline'}(${pick}${open ? '' : ' of all'})`,
      check: (model) => pickOf(model, pick, which) !== undefined,
      run: async (model, real) => {
        const one = pickOf(model, pick, which);
        if (!one) throw new Error('there is nothing to answer');
        const host = counsellorOf(real, one.counsellor);
        const { id } = one;
        const outcome = await outcomeOf(
          says === 'yes' ? confirmRequest(host, { id }) : declineRequest(host, { id, reason: 'no-time' }),
        );
        const words = `counsellor ${one.counsellor} to person ${one.person}`;
        const isSo = says === 'yes' ? one.status === 'booked' : one.declined;
        if (isSo && one.status !== 'requested') {
          expectDone(outcome);
          return `${words}: as before`;
        }
        if (one.status !== 'requested' || one.from <= model.now)
          return `${words}: ${expectRefusal(outcome, ['conflict'])}`;
        expectDone(outcome);
        one.status = says === 'yes' ? 'booked' : 'cancelled';
        one.declined = says === 'no';
        note(model, one, says === 'yes' ? 'confirmed' : 'declined', 'staff');
        return `${words}: done`;
      },
    });
  });

/** The person gives one back; also one that is over, or was given back before. */
export const cancel: fc.Arbitrary<Step> = fc.nat(2).map((pick) =>
  step({
    name: `cancel(${pick})`,
    check: (model) => model.appointments.size > 0,
    run: async (model, real) => {
      const one = pickOf(model, pick);
      if (!one) throw new Error('there is nothing to cancel');
      const { id, status } = one;
      const outcome = await outcomeOf(cancelAppointment(personOf(real, one.person), { id }));
      const words = `person ${one.person} ${status}`;
      if (status === 'held') {
        // A hold is no appointment, and nobody hears of it.
        return `${words}: ${expectRefusal(outcome, ['not-found'])}`;
      }
      if (status === 'cancelled') {
        expectDone(outcome);
        return `${words}: as before`;
      }
      if (!isActive(one, model.now) || one.from <= model.now)
        return `${words}: ${expectRefusal(outcome, ['too-late-to-cancel'])}`;
      expectDone(outcome);
      one.status = 'cancelled';
      note(model, one, 'cancelled');
      return `${words}: done`;
    },
  }),
);
