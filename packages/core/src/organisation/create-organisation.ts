import { CreateOrganisation } from '@homeward/contracts/organisation';
import { z } from 'zod';
import { command, newId } from '../kernel/index.ts';

/** Takes in a partner organisation. `fictional` marks the made-up ones of the demo, wherever they are shown. */
export const createOrganisation = command({
  action: 'organisation.create',
  scope: 'organisations:create',
  input: CreateOrganisation.extend({ fictional: z.boolean().default(false) }),
  subject: ({ id }: { id: string }) => id,
  async run(tx, { name, country, website, fictional }) {
    const id = newId(tx);
    await tx.db
      .insertInto('organisation')
      .values({
        id,
        name,
        country,
        website: website ?? null,
        fictional,
        created_at: new Date(tx.clock.now()),
      })
      .execute();
    return { id };
  },
});
