import { Agent, request } from 'node:http';
import { Client } from 'pg';
import { bookInPlainSql } from './book-in-plain-sql.ts';
import { addCounsellors, addPeople, type Bookable, type Booker } from './booking-world.ts';
import { median, percentile, report, round, runParallel } from './measure.ts';
import { withServer } from './with-server.ts';

const CLIENTS = 8;
const ROUNDS = 5;
const BOOKINGS = 400;
const COUNSELLORS = 16;
const SLOT = 600_000;

/** Bookings per second through the API, beside the same transaction in plain SQL on the same server, by turns. */
export async function benchBooking(): Promise<void> {
  await withServer({ command: ['serve', 'api'] }, async (server, postgres) => {
    const owner = new Client(postgres.owner);
    const plain = Array.from({ length: CLIENTS }, () => new Client(postgres.app));
    await Promise.all([owner, ...plain].map((client) => client.connect()));
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    try {
      const wishes = slotsOf(await addCounsellors(owner, COUNSELLORS));
      const ratios: number[] = [];
      for (let n = 0; n <= ROUNDS; n++) {
        const people = await addPeople(owner, 2 * BOOKINGS);
        const api = await runParallel(CLIENTS, BOOKINGS, (index) =>
          book(server.url, agent, at(people, index), wishes.next().value),
        );
        const sql = await runParallel(CLIENTS, BOOKINGS, (index, client) =>
          bookInPlainSql(at(plain, client), at(people, BOOKINGS + index), wishes.next().value),
        );
        if (n === 0) continue; // the first round warms up
        ratios.push(sql.seconds / api.seconds);
        report({
          bench: 'booking',
          round: n,
          clients: CLIENTS,
          apiPerSecond: round(BOOKINGS / api.seconds, 0),
          plainSqlPerSecond: round(BOOKINGS / sql.seconds, 0),
          ratio: round(sql.seconds / api.seconds),
          apiP50Ms: round(median(api.milliseconds)),
          apiP95Ms: round(percentile(api.milliseconds, 0.95)),
        });
      }
      const { rows } = await owner.query(
        `SELECT count(*)::integer AS booked FROM appointment WHERE status = 'booked'`,
      );
      const expected = BOOKINGS * 2 * (ROUNDS + 1);
      if (rows[0]?.booked !== expected)
        throw new Error(`${rows[0]?.booked} appointments instead of ${expected}`);
      report({ bench: 'booking', medianRatio: round(median(ratios)), target: 0.4, booked: expected });
    } finally {
      agent.destroy();
      await Promise.all([owner, ...plain].map((client) => client.end()));
    }
  });
}

export interface Wish extends Bookable {
  startsAt: Date;
}

/** Every free time once: no booking here is refused. */
function* slotsOf(hosts: Bookable[]): Generator<Wish, never> {
  for (let time = (Math.floor(Date.now() / SLOT) + 12) * SLOT; ; time += SLOT) {
    for (const host of hosts) yield { ...host, startsAt: new Date(time) };
  }
}

async function book(origin: string, agent: Agent, { cookie }: Booker, wish: Wish): Promise<void> {
  const body = JSON.stringify({
    counsellorId: wish.counsellorId,
    startsAt: wish.startsAt.toISOString(),
    modality: 'video',
    zone: 'Asia/Bangkok',
  });
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie };
    const sent = request(`${origin}/rpc/booking.book`, { method: 'POST', agent, headers }, (response) => {
      response
        .resume()
        .once('end', () => resolve(response.statusCode))
        .once('error', reject);
    });
    sent.once('error', reject).end(body);
  });
  if (status !== 200) throw new Error(`a booking answered ${status}`);
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index}`);
  return item;
}
