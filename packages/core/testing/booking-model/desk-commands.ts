import fc from 'fast-check';
import { addTimeOff, removeTimeOff, setLimits, setWeeklyHours } from '../../src/counsellor/index.ts';
import { dateIn, instantIn } from './free-times.ts';
import { deskOf } from './model.ts';
import { counsellorOf } from './real.ts';
import { COUNSELLORS, HOURS, LIMITS } from './scene.ts';
import { type Step, step } from './step.ts';

const counsellor = fc.nat(COUNSELLORS.length - 1);
type Named<Set> = keyof Set;

export const changeHours: fc.Arbitrary<Step> = fc
  .record({ host: counsellor, name: fc.constantFrom(...(Object.keys(HOURS) as Named<typeof HOURS>[])) })
  .map(({ host, name }) =>
    step({
      name: `changeHours(counsellor ${host}, ${name})`,
      run: async (model, real) => {
        await setWeeklyHours(counsellorOf(real, host), { rules: [...HOURS[name]] });
        deskOf(model, host).hours = HOURS[name];
        return 'done';
      },
    }),
  );

export const changeLimits: fc.Arbitrary<Step> = fc
  .record({ host: counsellor, name: fc.constantFrom(...(Object.keys(LIMITS) as Named<typeof LIMITS>[])) })
  .map(({ host, name }) =>
    step({
      name: `changeLimits(counsellor ${host}, ${name})`,
      run: async (model, real) => {
        const none = { longestRunMinutes: null, breakMinutes: null };
        await setLimits(counsellorOf(real, host), { ...LIMITS[name], ...none });
        deskOf(model, host).limits = LIMITS[name];
        return 'done';
      },
    }),
  );

/** Away for some hours of one of the next days. */
export const timeOff: fc.Arbitrary<Step> = fc
  .record({ host: counsellor, days: fc.nat(2), from: fc.constantFrom('02:30', '08:00', '09:30', '15:00') })
  .map(({ host, days, from }) =>
    step({
      name: `timeOff(counsellor ${host}, in ${days} days, ${from})`,
      run: async (model, real) => {
        const date = Temporal.PlainDate.from(dateIn(host, model.now)).add({ days }).toString();
        const until = Temporal.PlainTime.from(from).add({ minutes: 95 }).toString().slice(0, 5);
        const span = { from: instantIn(host, date, from), to: instantIn(host, date, until) };
        if (span.to <= model.now || span.to <= span.from) return 'over already';
        const asked = { from: { date, time: from }, until: { date, time: until } };
        const profile = await addTimeOff(counsellorOf(real, host), asked);
        const known = new Set(deskOf(model, host).timeOff.map(({ id }) => id));
        const id = profile.timeOff.find((one) => !known.has(one.id))?.id;
        if (id === undefined) throw new Error('the time off is not there');
        deskOf(model, host).timeOff.push({ ...span, id });
        return `${date} ${from} to ${until}`;
      },
    }),
  );

export const backAgain: fc.Arbitrary<Step> = fc
  .record({ host: counsellor, pick: fc.nat(3) })
  .map(({ host, pick }) =>
    step({
      name: `backAgain(counsellor ${host}, ${pick})`,
      check: (model) => (model.desks[host]?.timeOff.length ?? 0) > 0,
      run: async (model, real) => {
        const desk = deskOf(model, host);
        const [gone] = desk.timeOff.splice(pick % desk.timeOff.length, 1);
        await removeTimeOff(counsellorOf(real, host), { id: gone?.id ?? '' });
        return 'done';
      },
    }),
  );
