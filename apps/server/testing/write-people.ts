// Run as a process of its own by tests that rotate keys meanwhile: makes people with sealed content, one after the other,
// and prints a JSON line for each whose making was acknowledged. Ends when its input closes.
import { inTransaction, newId, SYSTEM, systemClock } from '@homeward/core/kernel';
import { createPersonKey, findPersonKeys, seal, unseal } from '@homeward/core/vault';
import { readEnvironment } from '../src/environment.ts';
import { createLog } from '../src/log.ts';
import { openContext } from '../src/open-context.ts';

await using closing = new AsyncDisposableStack();
const log = createLog((line) => process.stderr.write(line), systemClock.now);
const context = {
  ...(await openContext({ settings: readEnvironment(), closing, say: () => {}, log })),
  actor: SYSTEM,
};
let isOver = false;
process.stdin.once('end', () => {
  isOver = true;
});
process.stdin.resume();

while (!isOver) {
  try {
    const personId = await writePerson();
    await readPerson(personId);
    process.stdout.write(`${JSON.stringify({ personId })}\n`);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`);
  }
}
await closing.disposeAsync();
process.exit(0);

async function writePerson(): Promise<string> {
  return inTransaction(context, 'read write', async (tx) => {
    const personId = newId(tx);
    const key = await createPersonKey(tx, personId);
    await tx.db
      .insertInto('person')
      .values({
        id: personId,
        access_number_index: tx.random.bytes(32),
        access_number_sealed: seal(tx.random, key, placeOf(personId), `number of ${personId}`),
        passphrase_hash: 'x',
        created_at: new Date(tx.clock.now()),
      })
      .execute();
    return personId;
  });
}

/** Reads back what another process may have rewrapped a moment ago. */
async function readPerson(personId: string): Promise<void> {
  const actor = {
    kind: 'person' as const,
    personId,
    sessionId: personId,
    kept: true,
    confirmed: false,
    zone: null,
  };
  const text = await inTransaction({ ...context, actor }, 'read only', async (tx) => {
    const row = await tx.db
      .selectFrom('person')
      .select('access_number_sealed')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow();
    const key = (await findPersonKeys(tx, [personId])).get(personId);
    if (key === undefined || row.access_number_sealed === null) throw new Error('the key is gone');
    return unseal(key, placeOf(personId), row.access_number_sealed).toString();
  });
  if (text !== `number of ${personId}`) throw new Error('another text came back');
}

function placeOf(row: string) {
  return { table: 'person', column: 'access_number_sealed', row };
}
