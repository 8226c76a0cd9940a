import { readFile, writeFile } from 'node:fs/promises';
import { Kysely, type PostgresDialect } from 'kysely';
import { generate, getDialect, Logger } from 'kysely-codegen';

/** Where the generated types stand. */
const GENERATED = new URL('../src/generated/schema.ts', import.meta.url);

const words = (...list: string[]) => list.map((word) => `'${word}'`).join(' | ');
const KIND = words('service', 'course', 'job');
const LEAD = words('day', 'three-hours', 'one-hour');
const MODALITY = words('in-person', 'video', 'phone', 'chat');

/** Columns whose CHECK keeps them to a closed list of words: the generator cannot read that. */
const overrides = {
  columns: {
    'appointment.decline_reason': `${words('no-time', 'other-help', 'other')} | null`,
    'appointment.kind': `Generated<${words('single', 'group', 'seat')}>`,
    'appointment.modality': MODALITY,
    'appointment.status': words('held', 'requested', 'booked', 'cancelled', 'fulfilled', 'noshow'),
    'appointment.urgent_reason': `${words('danger', 'health', 'deadline', 'other')} | null`,
    'appointment.who_calls': `${words('counsellor', 'person')} | null`,
    'break_glass.reason': words('danger-to-life', 'colleague-unreachable', 'person-asked', 'legal-duty'),
    'care_assignment.kind': words('appointment', 'confirmed', 'break-glass'),
    'consent.fields': `(${words('alias', 'languages', 'zone', 'contact')})[]`,
    'consent.purpose': words('get-in-touch', 'prepare-meeting', 'find-offer', 'help-with-papers'),
    'consent.recipient_kind': words('organisation', 'counsellor'),
    'counsellor.gender': `${words('woman', 'man', 'other')} | null`,
    'counsellor.modalities': `(${MODALITY})[]`,
    'counsellor.practice': `Generated<${words('counselling', 'health', 'legal', 'work')}>`,
    'group_session.practice': words('counselling', 'health', 'legal', 'work'),
    'listing.delivery': `(${words('in-person', 'online', 'phone')})[]`,
    'listing.kind': KIND,
    'listing.status': words('published', 'paused', 'withdrawn'),
    'listing.visibility': words('public', 'area', 'contact-first'),
    'meeting_detail.modality': MODALITY,
    'message.lead': `${LEAD} | null`,
    'message.state': `Generated<${words('waiting', 'sending', 'sent', 'given-up', 'not-sent')}>`,
    'reminder_choice.leads': `(${LEAD})[]`,
    'record_access.what': words(
      'agenda',
      'appointment',
      'safe-contact',
      'confirmation',
      'recovery',
      'urgent',
      'shared',
    ),
    'staff.role': words('counsellor', 'partner-staff', 'organisation-admin', 'platform-admin'),
    'session.idle': 'string',
    'person_fact.fact': words('alias', 'languages'),
    'session.device': words('shared', 'own', 'staff'),
    'passkey_challenge.purpose': words('add', 'sign-in', 'prove'),
    'time_offer.answer': `${words('taken', 'declined', 'gone', 'expired')} | null`,
    'time_offer.modality': MODALITY,
    'waiting_wish.among': words('counsellor', 'practice'),
    'waiting_wish.modalities': `(${MODALITY})[]`,
    'weekly_rule.days': `(${words('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')})[]`,
    'weekly_rule.modalities': `(${MODALITY})[]`,
  },
};

/** The Kysely types of a migrated database, as source text. */
export async function generateTypes(database: PostgresDialect): Promise<string> {
  const db = new Kysely<unknown>({ dialect: database });
  try {
    return await generate({
      db,
      dialect: getDialect('postgres', { dateParser: 'string' }),
      includePattern: 'public.*',
      overrides,
      typeOnlyImports: true,
      logger: new Logger('silent'),
    });
  } finally {
    await db.destroy();
  }
}

export const readGenerated = (): Promise<string> => readFile(GENERATED, 'utf8');
export const writeGenerated = (text: string): Promise<void> => writeFile(GENERATED, text);
