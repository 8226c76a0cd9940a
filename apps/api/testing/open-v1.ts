import { addPartner, createWorld } from '@homeward/core/testing';
import { createApi, type LogEntry } from '../src/index.ts';

/** The public door over a database of its own, with two partners who know nothing of each other. */
export async function openV1() {
  const world = await createWorld({ maxConnections: 16 });
  const logged: LogEntry[] = [];
  const api = createApi({
    ...world.visitor,
    logError: (entry) => logged.push(entry),
    logRefusal: () => undefined,
  });
  const us = await addPartner(world, { name: 'Us' });
  const them = await addPartner(world, { name: 'Them' });
  const reader = await addPartner(world, { scopes: ['listings:read'] });
  const writer = await addPartner(world, { scopes: ['listings:write'] });

  /** A request with our key and a JSON body, unless `init` says otherwise. */
  const call = async (method: string, path: string, body?: unknown, init: CallInit = {}): Promise<Response> =>
    api.request(path, {
      method,
      headers: {
        ...(init.key === null ? {} : { authorization: `Bearer ${init.key ?? us.key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...init.headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });

  return { world, api, logged, us, them, reader, writer, call, close: () => world[Symbol.asyncDispose]() };
}
export type V1World = Awaited<ReturnType<typeof openV1>>;

/** What a listing or a problem answers, as far as tests look at it. */
interface Answer {
  id: string;
  externalId: string;
  status: unknown;
  title: Record<string, string>;
  location: unknown;
  url: string;
  createdAt: string;
  updatedAt: string;
  code: string;
  issues?: { pointer: string; code: string; message: string }[];
  data: Answer[];
  nextCursor: string | null;
}

/** A body as tests read it; what they rely on they assert. */
export const json = async (answer: Response | Promise<Response>): Promise<Answer> =>
  (await (await answer).json()) as Answer;

interface CallInit {
  /** `null`: no key at all. */
  key?: string | null;
  headers?: Record<string, string>;
}

const common = {
  title: { th: 'ที่ปรึกษา', en: 'A counsellor' },
  description: { th: 'เรารับฟัง', en: 'We listen.' },
  originalLanguage: 'th',
  country: 'TH',
  location: { visibility: 'area', area: 'Chiang Mai', address: { lines: ['99 Example Road'] } },
};

/** Every kind, with a body that publishes one. */
export const KINDS_AND_BODIES = [
  ['/v1/services', common],
  ['/v1/courses', { ...common, course: { startsOn: '2027-01-11', hoursTotal: 60 } }],
  [
    '/v1/jobs',
    { ...common, job: { employer: 'Example Kitchen', pay: { minimum: 1, currency: 'THB', period: 'day' } } },
  ],
] as const;

/** Every operation that takes a key: its method, its path with an id `one`, a body that passes, and the scope it needs. */
export const OPERATIONS: [method: string, path: string, body: unknown, scope: string][] = [
  ...KINDS_AND_BODIES.flatMap(([path, body]): [string, string, unknown, string][] => [
    ['PUT', `${path}/one`, body, 'listings:write'],
    ['POST', `${path}/one/withdraw`, undefined, 'listings:write'],
    ['GET', `${path}/one`, undefined, 'listings:read'],
    ['GET', path, undefined, 'listings:read'],
  ]),
  ['GET', '/v1/organisation', undefined, 'organisation:own'],
];
