import type { StaffRole } from '@homeward/contracts/staff';
import { createCounsellor, setHolidays, setMeetingDetails, setWeeklyHours } from '../counsellor/index.ts';
import { type Context, inTransaction, SYSTEM } from '../kernel/index.ts';
import { upsertListing } from '../listing/index.ts';
import { createKey, createOrganisation } from '../organisation/index.ts';
import { enrolKnownTotp } from '../second-factor/index.ts';
import { addDemoAdmin, DEMO_ADMINS } from './admins.ts';
import { DEMO_COUNSELLORS, DEMO_PASSPHRASE } from './counsellors.ts';
import { demoTotpSecret } from './demo-code.ts';
import { DEMO_LISTINGS } from './listings.ts';
import { DEMO_ORGANISATIONS, type DemoOrganisation } from './organisations.ts';
import { addDemoPlace, DEMO_PLACES } from './places.ts';

/** What the operator is told, once. */
export interface FilledDemo {
  counsellors: { name: string; passphrase: string }[];
  admins: { name: string; role: StaffRole; passphrase: string }[];
  /** A key of the first organisation, to try the SDK and the CLI with. */
  apiKey: string;
}

type Given = Omit<Context, 'actor'>;

/** Whether the database has no organisation at all. */
export async function isEmpty(context: Given): Promise<boolean> {
  const found = await inTransaction({ ...context, actor: SYSTEM }, 'read only', (tx) =>
    tx.db.selectFrom('organisation').select('id').limit(1).executeTakeFirst(),
  );
  return found === undefined;
}

/** Fills an empty database with fictional organisations, counsellors and listings. */
export async function fillDemo(context: Given): Promise<FilledDemo> {
  const system = { ...context, actor: SYSTEM };
  const organisations = new Map<DemoOrganisation, string>();
  for (const key of Object.keys(DEMO_ORGANISATIONS) as DemoOrganisation[]) {
    const { id } = await createOrganisation(system, { ...DEMO_ORGANISATIONS[key], fictional: true });
    organisations.set(key, id);
  }
  const idOf = (key: DemoOrganisation): string => {
    const id = organisations.get(key);
    if (id === undefined) throw new Error(`the demo has no organisation ${key}`);
    return id;
  };
  const placeIds = new Map<string, string>();
  for (const one of DEMO_COUNSELLORS) await addCounsellor(context, idOf(one.organisation), one, placeIds);
  for (const one of DEMO_ADMINS) await addDemoAdmin(context, idOf(one.organisation), one);
  for (const { organisation, listing } of DEMO_LISTINGS) {
    const scopes = ['listings:write'] as const;
    const actor = {
      kind: 'partner-key',
      keyId: idOf(organisation),
      organisationId: idOf(organisation),
      scopes,
    } as const;
    await upsertListing({ ...context, actor }, listing);
  }
  const { key: apiKey } = await createKey(system, { organisationId: idOf('open-door'), name: 'Demo' });
  const counsellors = DEMO_COUNSELLORS.map(({ signInName }) => ({
    name: signInName,
    passphrase: DEMO_PASSPHRASE,
  }));
  const admins = DEMO_ADMINS.map(({ signInName, role }) => ({
    name: signInName,
    role,
    passphrase: DEMO_PASSPHRASE,
  }));
  return { counsellors, admins, apiKey };
}

async function addCounsellor(
  context: Given,
  organisationId: string,
  { organisation, hours, holidays, details, ...counsellor }: (typeof DEMO_COUNSELLORS)[number],
  placeIds: Map<string, string>,
): Promise<void> {
  const system = { ...context, actor: SYSTEM };
  const { id } = await createCounsellor(system, {
    ...counsellor,
    organisationId,
    passphrase: DEMO_PASSPHRASE,
  });
  const actor = { kind: 'counsellor', staffId: id, organisationId, sessionId: id } as const;
  await enrolKnownTotp(context, {
    organisationId,
    staffId: id,
    secret: demoTotpSecret(counsellor.signInName),
  });
  const own = { ...context, actor };
  // Places are there before anybody says that they meet people in one; whoever comes first of an organisation adds them.
  for (const place of DEMO_PLACES.filter(
    (one) => one.organisation === organisation && !placeIds.has(one.name),
  ))
    placeIds.set(place.name, await addDemoPlace(own, place));
  const rules = hours.map(({ place, ...rule }) => {
    const placeId = place && placeIds.get(place);
    return { ...rule, ...(placeId && { placeId }) };
  });
  await setWeeklyHours(own, { rules });
  await setMeetingDetails(own, { details });
  if (holidays) await setHolidays(own, { country: holidays, region: null });
}
