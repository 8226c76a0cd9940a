import type { PossibleRecipient, Recipient } from '@homeward/contracts/consent';
import { Failure, type Tx } from '../kernel/index.ts';

/** A recipient as table `consent` names one. */
export interface RecipientRow {
  organisation_id: string;
  recipient_kind: Recipient['kind'];
  recipient_staff_id: string | null;
}

/** Throws `not-found` for whoever is not among those that a person may choose. */
export async function getRecipient(tx: Tx, recipient: Recipient): Promise<RecipientRow> {
  if (recipient.kind === 'organisation') {
    const row = await tx.db
      .selectFrom('organisation')
      .select('id')
      .where('id', '=', recipient.organisationId)
      .executeTakeFirst();
    if (row === undefined) throw notFound();
    return { organisation_id: row.id, recipient_kind: 'organisation', recipient_staff_id: null };
  }
  const row = await selectCounsellors(tx).where('counsellor.id', '=', recipient.staffId).executeTakeFirst();
  if (row === undefined) throw notFound();
  return { organisation_id: row.organisation_id, recipient_kind: 'counsellor', recipient_staff_id: row.id };
}

const notFound = () => new Failure('not-found', 'there is no such recipient');

/** Organisations first, then counsellors, each by name. */
export async function findRecipients(tx: Tx): Promise<PossibleRecipient[]> {
  const organisations = await tx.db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  const counsellors = await selectCounsellors(tx)
    .orderBy('counsellor.alias')
    .orderBy('counsellor.id')
    .execute();
  return [
    ...organisations.map(({ id, name }) => ({ kind: 'organisation' as const, organisationId: id, name })),
    ...counsellors.map(({ id, alias, organisation }) => ({
      kind: 'counsellor' as const,
      staffId: id,
      name: alias,
      organisation,
    })),
  ];
}

const selectCounsellors = (tx: Tx) =>
  tx.db
    .selectFrom('counsellor')
    .innerJoin('organisation', 'organisation.id', 'counsellor.organisation_id')
    .select([
      'counsellor.id',
      'counsellor.organisation_id',
      'counsellor.alias',
      'organisation.name as organisation',
    ])
    .where((eb) => eb.fn('is_active_staff', ['counsellor.id']));
