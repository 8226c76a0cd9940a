import type { Context, Random, StaffActor, Tx } from '../kernel/index.ts';
import { keyedIndex } from '../vault/index.ts';

const HOW_MANY = 10;
export const RECOVERY_CODE_DIGITS = 12;

const makeRecoveryCodes = (random: Random): string[] =>
  Array.from({ length: HOW_MANY }, () =>
    Array.from({ length: RECOVERY_CODE_DIGITS }, () => random.integer(10)).join(''),
  );

/** Written in groups, to be copied by hand. */
const formatCode = (digits: string): string => digits.match(/.{1,4}/g)?.join(' ') ?? '';

/** Bound to whose it is: the same digits of somebody else are another code. */
const indexRecoveryCode = ({ ports }: Pick<Context, 'ports'>, staffId: string, digits: string): Buffer =>
  keyedIndex(ports.secrets.lookupKey, 'recovery-code', `${staffId}:${digits}`);

type Owner = Pick<StaffActor, 'organisationId' | 'staffId'>;

/** Ten new codes in the place of all before. Answers them as they are shown, once. Ask under the system's view. */
export async function replaceRecoveryCodes(tx: Tx, { organisationId, staffId }: Owner): Promise<string[]> {
  const codes = makeRecoveryCodes(tx.random);
  await tx.db
    .deleteFrom('staff_recovery_code')
    .where('organisation_id', '=', organisationId)
    .where('staff_id', '=', staffId)
    .execute();
  await tx.db
    .insertInto('staff_recovery_code')
    .values(
      codes.map((code) => ({
        organisation_id: organisationId,
        staff_id: staffId,
        code_index: indexRecoveryCode(tx, staffId, code),
      })),
    )
    .execute();
  return codes.map(formatCode);
}

/** Uses a code up. Ask under the system's view. */
export async function useRecoveryCode(
  tx: Tx,
  { organisationId, staffId }: Owner,
  digits: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('staff_recovery_code')
    .where('organisation_id', '=', organisationId)
    .where('staff_id', '=', staffId)
    .where('code_index', '=', indexRecoveryCode(tx, staffId, digits))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
