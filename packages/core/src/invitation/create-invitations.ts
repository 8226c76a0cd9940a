import { CreateInvitations, type NewInvitations } from '@homeward/contracts/invitation';
import { actingAs, command, newId, toInstant } from '../kernel/index.ts';
import { formatInvitationCode, indexInvitationCode, makeInvitationCode } from './invitation-code.ts';

const DAY = 86_400_000;

/** Makes a batch of codes for people whom the organisation knows. They are told once, here, and kept in no form that can be read. */
export const createInvitations = command({
  action: 'invitation.create',
  scope: 'invitations:own',
  stepUp: true,
  input: CreateInvitations,
  run: async (tx, { label, codes: count, usesEach, lastsDays }): Promise<NewInvitations> => {
    const { staffId, organisationId } = actingAs(tx.actor, 'organisation-admin');
    const id = newId(tx);
    const now = tx.clock.now();
    const expiresAt = new Date(now + lastsDays * DAY);
    const codes = new Set<string>();
    while (codes.size < count) codes.add(makeInvitationCode(tx.random));
    await tx.db
      .insertInto('invitation_batch')
      .values({
        id,
        organisation_id: organisationId,
        label,
        codes: count,
        uses_each: usesEach,
        created_by: staffId,
        created_at: new Date(now),
        expires_at: expiresAt,
      })
      .execute();
    // In the order of the hashes: the rows say nothing of the order on the paper.
    const rows = [...codes]
      .map((code) => indexInvitationCode(tx.ports.secrets.lookupKey, code))
      .sort(Buffer.compare)
      .map((code_index) => ({
        code_index,
        organisation_id: organisationId,
        batch_id: id,
        uses_left: usesEach,
      }));
    await tx.db.insertInto('invitation_code').values(rows).execute();
    const { name: organisation } = await tx.db
      .selectFrom('organisation')
      .select('name')
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow();
    return { id, codes: [...codes].map(formatInvitationCode), expiresAt: toInstant(expiresAt), organisation };
  },
  subject: ({ id }) => id,
});
