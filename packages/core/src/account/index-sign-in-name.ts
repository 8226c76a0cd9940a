import { type Context, inTransaction, SYSTEM } from '../kernel/index.ts';
import { keyedIndex } from '../vault/index.ts';
import { foldSignInName } from './sign-in-name.ts';

/** How the database finds a sign-in name that it does not hold. */
export const indexSignInName = ({ ports }: Pick<Context, 'ports'>, name: string): Buffer =>
  keyedIndex(ports.secrets.lookupKey, 'sign-in-name', foldSignInName(name));

/** Writes over the sign-in names of an older version, which stood there as they are. For the start. Answers how many. */
export async function hideSignInNames(context: Omit<Context, 'actor'>): Promise<number> {
  return inTransaction({ ...context, actor: SYSTEM }, 'read write', async ({ db }) => {
    const rows = await db
      .selectFrom('staff')
      .select(['id', 'sign_in_name'])
      .where('sign_in_name', 'is not', null)
      .forUpdate()
      .execute();
    for (const { id, sign_in_name: name } of rows)
      await db
        .updateTable('staff')
        .set({ sign_in_name: null, sign_in_index: indexSignInName(context, name ?? '') })
        .where('id', '=', id)
        .execute();
    return rows.length;
  });
}
