import type { SetSafeContact } from '@homeward/contracts/contact';
import type { z } from 'zod';
import { setSafeContact } from '../src/contact/index.ts';
import type { World } from './create-world.ts';

type PersonContext = Awaited<ReturnType<World['person']>>;

/** A person who may be reached on every day, at every hour, unless the test says otherwise. */
export async function addReachablePerson(
  world: World,
  given: Partial<z.input<typeof SetSafeContact>> & { address: string },
): Promise<PersonContext> {
  const person = await world.person();
  const proved = { ...person.actor, provedUntil: world.clock.now() + 600_000 };
  const contact = {
    channel: 'email',
    days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
    from: '00:00',
    to: '24:00',
    zone: 'Asia/Bangkok',
    language: 'th',
    ...given,
  } as z.input<typeof SetSafeContact>;
  await setSafeContact(world.as(proved), contact);
  return person;
}
