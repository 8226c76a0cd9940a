import { canaryEmail, canaryPhone } from '@homeward/db/testing';
import { createOrganisation } from '../../src/organisation/index.ts';
import { addCounsellor, type CounsellorContext } from '../add-counsellor.ts';
import { addReachablePerson } from '../add-reachable-person.ts';
import type { World } from '../create-world.ts';
import { COUNSELLORS, FIRST_LIMITS, HOURS, PEOPLE, START } from './scene.ts';

export type PersonContext = Awaited<ReturnType<World['person']>>;

/** The scene in a real database, and what was done in it. */
export interface Real {
  world: World;
  people: PersonContext[];
  /** Somebody besides, who books what is offered at the end. */
  stranger: PersonContext;
  counsellors: CounsellorContext[];
  /** What left, by the id of its event. */
  sent: { id: string; channel: 'email' | 'sms'; at: number }[];
  /** In words, for whoever reads a failure. */
  log: string[];
}

/** Two counsellors of one organisation and some people, as on the first day; nothing is left of an earlier run. */
export async function arrangeScene(world: World): Promise<Real> {
  world.clock.set(new Date(START).toISOString());
  await world.rows(
    `DELETE FROM message; DELETE FROM appointment; DELETE FROM pgboss.job WHERE name = 'outbox'`,
  );
  const { id: organisationId } = await createOrganisation(world.system, { name: 'Model', country: 'ID' });
  const counsellors = [];
  for (const { zone, confirmsByHand } of COUNSELLORS) {
    const settings = { ...FIRST_LIMITS, organisationId, zone, confirmsByHand };
    counsellors.push(await addCounsellor(world, { ...settings, rules: [...HOURS.mornings] }));
  }
  const people = [];
  for (const { most, channel } of PEOPLE)
    people.push(
      channel === null ? await world.person({ newcomer: most === 1 }) : await reachable(world, channel),
    );
  const sent: Real['sent'] = [];
  for (const channel of ['email', 'sms'] as const)
    world.ports.senders[channel] = async ({ id }) => {
      sent.push({ id, channel, at: world.clock.now() });
      return { kind: 'sent' };
    };
  return { world, people, stranger: await world.person(), counsellors, sent, log: [] };
}

const reachable = (world: World, channel: 'email' | 'sms'): Promise<PersonContext> => {
  const address = channel === 'email' ? canaryEmail('model') : canaryPhone();
  return addReachablePerson(world, { channel, address: world.watch(address) });
};

export const personOf = ({ people }: Real, person: number): PersonContext => at(people, person);
export const counsellorOf = ({ counsellors }: Real, counsellor: number): CounsellorContext =>
  at(counsellors, counsellor);

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`there is no number ${index}`);
  return item;
}
