import { Agent, get } from 'node:http';
import { median, percentile, report, round, runParallel } from './measure.ts';
import { withServer } from './with-server.ts';

const REQUESTS = 400;
const PATHS = ['/en', '/th/listings', '/en/counsellors'];

interface Answer {
  status: number | undefined;
  /** Bytes of the body over the wire. */
  bytes: number;
  firstByteMs: number;
  encoding: string | undefined;
}

/** Bytes of a page over the wire and time to its first byte, beside a static file of the same server in the same run. */
export async function benchPages(): Promise<void> {
  await withServer({ command: ['serve'], env: { HOMEWARD_DEMO: '1' } }, async ({ url }) => {
    const agent = new Agent({ keepAlive: true });
    try {
      for (const path of PATHS) await measurePage(url, path, agent);
    } finally {
      agent.destroy();
    }
  });
}

async function measurePage(origin: string, path: string, agent: Agent): Promise<void> {
  const html = await (await fetch(origin + path)).text();
  const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].flatMap(
    ([tag]) => tag.match(/href="([^"]+)"/)?.[1] ?? [],
  );
  const [firstStyle] = styles;
  if (firstStyle === undefined) throw new Error(`${path} has no stylesheet`);
  const page = await ask(origin + path, agent);
  const css = await Promise.all(styles.map((href) => ask(origin + href, agent)));
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].length;

  const timed = async (target: string, clients: number) => {
    const times: number[] = [];
    await runParallel(clients, REQUESTS, async () => {
      times.push((await ask(origin + target, agent)).firstByteMs);
    });
    return times;
  };
  await timed(path, 1); // warms up
  for (const clients of [1, 8]) {
    const pageTimes = await timed(path, clients);
    const fileTimes = await timed(firstStyle, clients);
    report({
      bench: 'pages',
      path,
      clients,
      encoding: page.encoding,
      htmlBytes: page.bytes,
      cssBytes: css.reduce((sum, { bytes }) => sum + bytes, 0),
      kilobytes: round((page.bytes + css.reduce((sum, { bytes }) => sum + bytes, 0)) / 1000),
      most: 30,
      scripts,
      firstByteP50Ms: round(median(pageTimes)),
      firstByteP95Ms: round(percentile(pageTimes, 0.95)),
      staticFileP95Ms: round(percentile(fileTimes, 0.95)),
      ratioToStaticP50: round(median(pageTimes) / median(fileTimes)),
    });
  }
}

function ask(url: string, agent: Agent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    get(url, { agent, headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
      const firstByteMs = performance.now() - from;
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode,
          bytes,
          firstByteMs,
          encoding: response.headers['content-encoding'],
        }),
      );
    }).once('error', reject);
  });
}
