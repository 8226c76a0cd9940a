import fc from 'fast-check';
import { answerHandover, proposeHandover } from '../../src/handover/index.ts';
import { spansOf } from './free-times.ts';
import { type Appointment, activeOf, deskOf, type Model, overlap } from './model.ts';
import { counsellorOf, personOf } from './real.ts';
import { expectDone, expectRefusal, outcomeOf, type Step, step } from './step.ts';

const openOnes = (model: Readonly<Model>): Appointment[] =>
  [...model.appointments.values()].filter(({ status }) => status === 'requested' || status === 'booked');

/** A counsellor asks a person whether the colleague may look after them. */
export const propose: fc.Arbitrary<Step> = fc.nat(5).map((pick) =>
  step({
    name: `propose(${pick})`,
    check: (model) => openOnes(model).length > 0,
    run: async (model, real) => {
      const list = openOnes(model);
      const one = list[pick % list.length];
      if (!one) throw new Error('there is nobody to hand over');
      const { person, counsellor: from } = one;
      const to = 1 - from;
      const colleagueId = counsellorOf(real, to).actor.staffId;
      const asked = { appointmentId: one.id, colleagueId };
      const outcome = await outcomeOf(proposeHandover(counsellorOf(real, from), asked));
      const words = `person ${person} from ${from} to ${to}`;
      if (clashes(model, { person, from, to }, { alsoOff: true }))
        return `${words}: ${expectRefusal(outcome, ['slot-taken'])}`;
      const { id } = expectDone(outcome);
      withdrawAll(model, person, from);
      model.handovers.push({ id, person, from, to, status: 'asked' });
      model.news.push({ to: `person ${person}`, kind: 'handover-asked', about: id });
      return `${words}: asked`;
    },
  }),
);

/** The person says yes or no; also to what was answered or taken back before. */
export const answerProposal: fc.Arbitrary<Step> = fc
  .record({ pick: fc.nat(3), accept: fc.constantFrom(true, true, false) })
  .map(({ pick, accept }) =>
    step({
      name: `answerProposal(${pick}, ${accept ? 'yes' : 'no'})`,
      check: ({ handovers }) => handovers.length > 0,
      run: async (model, real) => {
        // The latest first.
        const handover = model.handovers.at(-1 - (pick % model.handovers.length));
        if (!handover) throw new Error('nothing was asked');
        const { id, person, from, to, status } = handover;
        const outcome = await outcomeOf(answerHandover(personOf(real, person), { id, accept }));
        const words = `person ${person} from ${from} to ${to}`;
        if (status === (accept ? 'accepted' : 'refused'))
          return `${words}: ${expectDone(outcome).id} as before`;
        if (status !== 'asked') return `${words}: ${expectRefusal(outcome, ['conflict'])}`;
        if (!accept) {
          expectDone(outcome);
          handover.status = 'refused';
          model.news.push({ to: `counsellor ${from}`, kind: 'handover-refused', about: null });
          return `${words}: refused`;
        }
        if (clashes(model, handover, { alsoOff: false }))
          return `${words}: ${expectRefusal(outcome, ['slot-taken'])}`;
        expectDone(outcome);
        const going = goingOf(model, handover);
        for (const one of going) Object.assign(one, { counsellor: to, blocked: blockedWith(model, to, one) });
        withdrawAll(model, person, from);
        handover.status = 'accepted';
        const kind = 'handover-done';
        model.news.push({ to: `person ${person}`, kind, about: id });
        model.news.push({ to: `counsellor ${from}`, kind, about: null });
        model.news.push({
          to: `counsellor ${to}`,
          kind,
          about: going.map((one) => one.id).sort()[0] ?? null,
        });
        return `${words}: ${going.length} went`;
      },
    }),
  );

interface Parties {
  person: number;
  from: number;
  to: number;
}

/** What a person has ahead with a counsellor. */
const goingOf = (model: Model, { person, from }: Parties): Appointment[] =>
  openOnes(model)
    .filter((one) => one.person === person && one.counsellor === from && one.from > model.now)
    .sort((a, b) => a.from - b.from);

/** It stays as long as it is, with the buffers of whoever has it. */
function blockedWith(model: Model, counsellor: number, { from, to }: Appointment) {
  const { blocked, ...own } = spansOf(model, counsellor, from);
  return { from: blocked.from, to: to + blocked.to - own.to };
}

/** Whether the colleague can't take one of them: for what they have, or for one of the others that would come along. */
function clashes(model: Model, parties: Parties, { alsoOff }: { alsoOff: boolean }): boolean {
  const { to } = parties;
  const taken = activeOf(model).filter(({ counsellor }) => counsellor === to);
  const off = alsoOff ? deskOf(model, to).timeOff : [];
  const spans = [...taken.map(({ blocked }) => blocked), ...off];
  return goingOf(model, parties).some((one) => {
    const blocked = blockedWith(model, to, one);
    return spans.some((other) => overlap(other, blocked)) || spans.push(blocked) === 0;
  });
}

function withdrawAll({ handovers }: Model, person: number, from: number): void {
  for (const one of handovers)
    if (one.person === person && one.from === from && one.status === 'asked') one.status = 'withdrawn';
}
