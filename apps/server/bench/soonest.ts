import { Agent, request } from 'node:http';
import { Client } from 'pg';
import { addPeople } from './booking-world.ts';
import { addClinic } from './clinic-in-sql.ts';
import { median, percentile, report, round, runParallel } from './measure.ts';
import { withServer } from './with-server.ts';

const REQUESTS = 200;
const COUNSELLORS = 500;
const ASKED = 3;
/** Thai: seven days of ten are taken here and there. Burmese: nothing free for three weeks. */
const CLINICS = [
  {
    language: 'th',
    scene: 'times are free in the next days',
    appointments: 45_000,
    firstDay: -10,
    lastDay: 18,
    order: 'scattered',
  },
  {
    language: 'my',
    scene: 'everybody is booked out for three weeks',
    appointments: 55_000,
    firstDay: 0,
    lastDay: 30,
    order: 'soonest-first',
  },
] as const;

/** The soonest time with any of 500 counsellors of a language, over HTTP with 100,000 appointments, beside the plain SQL. */
export async function benchSoonest(): Promise<void> {
  await withServer({ command: ['serve', 'api'] }, async ({ url }, postgres) => {
    const owner = new Client(postgres.owner);
    const plain = new Client(postgres.app);
    const agent = new Agent({ keepAlive: true });
    await Promise.all([owner.connect(), plain.connect()]);
    try {
      for (const clinic of CLINICS) await addClinic(owner, { ...clinic, counsellors: COUNSELLORS });
      await owner.query('ANALYZE');
      const [person] = await addPeople(owner, 1);
      if (!person) throw new Error('nobody to ask');
      for (const { language, scene } of CLINICS) {
        const body = JSON.stringify({ locale: 'th', language, limit: ASKED });
        const asked = () => ask(url, agent, person.cookie, body);
        const inSql = () => readInSql(plain, language);
        await runParallel(1, 20, asked); // warms up
        await runParallel(1, 20, inSql);
        const api = await runParallel(1, REQUESTS, asked);
        const sql = await runParallel(1, REQUESTS, inSql);
        report({
          bench: 'soonest',
          scene,
          counsellors: COUNSELLORS,
          appointments: 100_000,
          apiP50Ms: round(median(api.milliseconds)),
          apiP95Ms: round(percentile(api.milliseconds, 0.95)),
          mostP95Ms: 100,
          plainSqlP50Ms: round(median(sql.milliseconds)),
          ratioToPlainSqlP50: round(median(api.milliseconds) / median(sql.milliseconds)),
        });
      }
    } finally {
      agent.destroy();
      await Promise.all([owner.end(), plain.end()]);
    }
  });
}

/** The baseline: what has to be read at least, as rows, without any application around it. */
async function readInSql(client: Client, language: string): Promise<void> {
  await client.query('BEGIN');
  await client.query(`SELECT set_config('homeward.actor_kind', 'visitor', true)`);
  const { rows } = await client.query('SELECT * FROM counsellor WHERE $1 = ANY (languages)', [language]);
  const ids = rows.map(({ id }) => id);
  await client.query('SELECT * FROM weekly_rule WHERE counsellor_id = ANY ($1)', [ids]);
  await client.query(
    `SELECT * FROM counsellor_busy($1, now() - interval '2 days', now() + interval '5 days', now())`,
    [ids],
  );
  await client.query('COMMIT');
}

async function ask(origin: string, agent: Agent, cookie: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie };
  const answer = await new Promise<string>((resolve, reject) => {
    const sent = request(
      `${origin}/rpc/counsellor.soonest`,
      { method: 'POST', agent, headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.once('error', reject).once('end', () => resolve(text));
      },
    );
    sent.once('error', reject).end(body);
  });
  const found = answer.split('"startsAt"').length - 1;
  if (found !== ASKED) throw new Error(`${found} times instead of ${ASKED}: ${answer.slice(0, 200)}`);
}
