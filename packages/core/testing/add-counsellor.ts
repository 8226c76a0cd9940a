import type { CreateCounsellor, SetWeeklyHours } from '@homeward/contracts/counsellor';
import type { z } from 'zod';
import { createCounsellor, setWeeklyHours } from '../src/counsellor/index.ts';
import type { ActorOf, Context } from '../src/kernel/index.ts';
import { createOrganisation } from '../src/organisation/index.ts';
import type { World } from './create-world.ts';

export type CounsellorContext = Context & { actor: ActorOf<'counsellor'> };

type Arranged = Partial<CreateCounsellor> & { rules?: z.input<typeof SetWeeklyHours>['rules'] };

let made = 0;

/** A counsellor in Jakarta who works from nine to five on every day, unless the test says otherwise; in an organisation of their own. */
export async function addCounsellor(
  world: World,
  { rules, ...settings }: Arranged = {},
): Promise<CounsellorContext> {
  const number = ++made;
  const organisationId =
    settings.organisationId ??
    (await createOrganisation(world.system, { name: `Organisation ${number}`, country: 'ID' })).id;
  const { id } = await createCounsellor(world.system, {
    signInName: `counsellor-${number}`,
    passphrase: 'a long enough passphrase',
    alias: `Counsellor ${number}`,
    country: 'ID',
    zone: 'Asia/Jakarta',
    languages: ['id', 'en'],
    modalities: ['video', 'phone'],
    lengthMinutes: 60,
    stepMinutes: 60,
    bufferAfterMinutes: 0,
    noticeMinutes: 0,
    ...settings,
    organisationId,
  });
  const actor = { kind: 'counsellor' as const, staffId: id, organisationId, sessionId: id };
  const context = { ...world.as(actor), actor };
  await setWeeklyHours(context, {
    rules: rules ?? [{ days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], from: '09:00', to: '17:00' }],
  });
  return context;
}
