import { randomInt } from 'node:crypto';
import path from 'node:path';
import { type AuditFault, verifyChain } from '@homeward/core/audit';
import { openDatabase } from '@homeward/db';
import type { Client } from 'pg';
import { addCounsellors, addPeople, type Bookable, type Booker } from '../bench/booking-world.ts';
import { anchorFile } from '../src/audit/anchor-file.ts';
import { asOwner, findOwner } from './as-owner.ts';
import { type StartedServer, startServer } from './start-server.ts';

const clients = 8;
const tenMinutes = 600_000;

/** A booking that the server has answered with 200. */
export interface Acknowledged {
  id: string;
  counsellorId: string;
  startsAt: string;
  personId: string;
}

/** What one crash left. */
export interface CrashRound {
  acknowledged: Acknowledged[];
  /** Requests that the kill cut off: nobody can know whether they took effect. */
  cutOff: number;
  /** Requests that were refused because another had the time: the clients did race. */
  refused: number;
}

/** Where bookings of all rounds go. */
export interface CrashWorld {
  dataFolder: string;
  counsellors: Bookable[];
}

/** Makes a few counsellors who are there day and night, in a data folder of its own. */
export async function createCrashWorld(dataFolder: string): Promise<CrashWorld> {
  const server = await start(dataFolder);
  const counsellors = await asOwner(dataFolder, (owner) => addCounsellors(owner, 4));
  await server.stop();
  return { dataFolder, counsellors };
}

/**
 * Starts the real server, books from eight clients at once, and after a number of acknowledged bookings that nobody
 * foresees, kills everything with -9: the server's whole process group and the PostgreSQL's.
 */
export async function crashWhileBooking({ dataFolder, counsellors }: CrashWorld): Promise<CrashRound> {
  const server = await start(dataFolder);
  const people = await asOwner(dataFolder, (owner) => addPeople(owner, 400));
  const killAfter = randomInt(10, 120);
  const round: CrashRound = { acknowledged: [], cutOff: 0, refused: 0 };
  let killed: Promise<void> | undefined;
  const runClient = async () => {
    for (let person = people.pop(); person && !killed; person = people.pop()) {
      const outcome = await book(server, person, anySlot(counsellors));
      if (outcome === 'cut off') round.cutOff += 1;
      else if (outcome === 'refused') round.refused += 1;
      else round.acknowledged.push({ ...outcome, personId: person.personId });
      if (round.acknowledged.length >= killAfter) killed ??= server.kill();
    }
  };
  await Promise.all(Array.from({ length: clients }, runClient));
  if (!killed)
    throw new Error(`only ${round.acknowledged.length} bookings were acknowledged: nothing was killed`);
  await killed;
  return round;
}

/** Starts the server again, and answers what its database holds of all rounds. */
export async function lookAfterCrash(
  { dataFolder }: CrashWorld,
  all: readonly Acknowledged[],
): Promise<CrashFindings> {
  const server = await start(dataFolder);
  try {
    const found = await asOwner(dataFolder, (owner) => find(owner, all));
    return { ...found, auditFault: await findAuditFault(dataFolder) };
  } finally {
    await server.stop();
  }
}

export interface CrashFindings {
  /** Ids of acknowledged bookings that are not there as they were acknowledged. */
  lost: string[];
  /** Pairs of active appointments of one counsellor or one person that overlap. */
  overlapping: number;
  /** Appointments without exactly one event in the outbox. */
  withoutEvent: number;
  booked: number;
  /** What is wrong with the audit log's chain. */
  auditFault: AuditFault | undefined;
}

/** Walks the chain of the audit log as its owner, and holds the anchors that the server wrote against it. */
async function findAuditFault(dataFolder: string): Promise<AuditFault | undefined> {
  const db = openDatabase(await findOwner(dataFolder));
  try {
    return (await verifyChain(db, anchorFile(path.join(dataFolder, 'audit-anchor.jsonl')))).fault;
  } finally {
    await db.destroy();
  }
}

async function find(owner: Client, all: readonly Acknowledged[]): Promise<Omit<CrashFindings, 'auditFault'>> {
  const { rows } = await owner.query<{
    id: string;
    counsellor_id: string;
    person_id: string;
    starts_at: Date;
  }>(
    `SELECT id, counsellor_id, person_id, lower(period) AS starts_at FROM appointment WHERE status = 'booked'`,
  );
  const booked = new Map(rows.map((row) => [row.id, row]));
  const lost = all.filter(({ id, counsellorId, personId, startsAt }) => {
    const row = booked.get(id);
    const isSame = row?.counsellor_id === counsellorId && row.person_id === personId;
    return !isSame || row.starts_at.getTime() !== Date.parse(startsAt);
  });
  const overlapping = await count(
    owner,
    `SELECT count(*) FROM appointment a JOIN appointment b ON a.id < b.id AND a.status = 'booked' AND b.status = 'booked'
     AND (a.counsellor_id = b.counsellor_id OR a.person_id = b.person_id)
     AND a.period && b.period`,
  );
  const withoutEvent = await count(
    owner,
    `SELECT count(*) FROM appointment a
     WHERE 1 <> (SELECT count(*) FROM pgboss.job j WHERE j.data ->> 'appointmentId' = a.id::text)`,
  );
  return { lost: lost.map(({ id }) => id), overlapping, withoutEvent, booked: booked.size };
}

type Outcome = Omit<Acknowledged, 'personId'> | 'refused' | 'cut off';

async function book({ url }: StartedServer, { cookie }: Booker, wish: Wish): Promise<Outcome> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${url}/rpc/booking.book`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ ...wish, modality: 'video', zone: 'Asia/Bangkok' }),
    });
    text = await response.text();
  } catch {
    return 'cut off';
  }
  if (response.status === 409) return 'refused';
  if (response.status !== 200) throw new Error(`a booking was answered with ${response.status}`);
  const { result }: { result: { data: { id: string } } } = JSON.parse(text);
  return { id: result.data.id, ...wish };
}

type Wish = { counsellorId: string; startsAt: string };

/** Few enough times that clients meet on some. */
function anySlot(counsellors: readonly Bookable[]): Wish {
  const counsellor = counsellors[randomInt(counsellors.length)];
  if (!counsellor) throw new Error('there are no counsellors');
  const startsAt = (Math.floor(Date.now() / tenMinutes) + 12 + randomInt(600)) * tenMinutes;
  return { counsellorId: counsellor.counsellorId, startsAt: new Date(startsAt).toISOString() };
}

const start = (dataFolder: string) => startServer({ dataFolder, command: ['serve', 'api'] });

async function count(owner: Client, statement: string): Promise<number> {
  const { rows } = await owner.query<{ count: string }>(statement);
  return Number(rows[0]?.count);
}
