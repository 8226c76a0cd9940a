import type { Context, StaffActor, Tx } from '../kernel/index.ts';
import { deriveKey, type Place, seal, unseal } from '../vault/index.ts';

type Column = 'secret_sealed' | 'next_secret_sealed';

const placeOf = (column: Column, staffId: string): Place => ({ table: 'staff_totp', column, row: staffId });

export const sealSecret = (
  tx: Pick<Tx, 'random' | 'ports'>,
  column: Column,
  staffId: string,
  secret: Buffer,
) => seal(tx.random, deriveKey(tx.ports.secrets, 'staff-totp'), placeOf(column, staffId), secret);

export const unsealSecret = (
  { ports }: Pick<Context, 'ports'>,
  column: Column,
  staffId: string,
  sealed: Buffer,
) => unseal(deriveKey(ports.secrets, 'staff-totp'), placeOf(column, staffId), sealed);

/** The row of whoever acts, locked: two codes at once are looked at one after the other. Ask under the system's view. */
export const lockTotp = (
  db: Tx['db'],
  { organisationId, staffId }: Pick<StaffActor, 'organisationId' | 'staffId'>,
) =>
  db
    .selectFrom('staff_totp')
    .select(['secret_sealed', 'next_secret_sealed', 'last_step'])
    .where('organisation_id', '=', organisationId)
    .where('staff_id', '=', staffId)
    .forUpdate()
    .executeTakeFirst();
