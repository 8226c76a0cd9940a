import { isIP } from 'node:net';
import path from 'node:path';
import { CannotStart } from '@homeward/db/embedded';
import { type MailSettings, parseMail, parseSms, type SmsSettings } from './message/message-settings.ts';
import type { MeetSettings } from './open-meet.ts';

/** What the operator has set. Read once at the start; nothing else looks at the environment. */
export interface Settings {
  production: boolean;
  /** 0 asks the system for a free one. */
  port: number;
  /** Undefined listens on every address. */
  host: string | undefined;
  dataFolder: string;
  /** The application's login to a PostgreSQL of the operator's own; undefined starts the embedded one. */
  databaseUrl: string | undefined;
  /** The login that owns the tables; needed while migrations are to be run. */
  databaseOwnerUrl: string | undefined;
  /** The same two for the key store, which is another database. */
  keysDatabaseUrl: string | undefined;
  keysDatabaseOwnerUrl: string | undefined;
  /** A login that may read the audit log and nothing else; for `npm run audit:verify`. */
  databaseAuditorUrl: string | undefined;
  /** The file that holds the audit log's anchors. */
  auditAnchor: string;
  /** The portal's address in a browser; undefined: `http://localhost` at the port. Passkeys are bound to it. */
  publicUrl: URL | undefined;
  /** Where the API runs, when the portal runs alone. */
  apiUrl: URL | undefined;
  /** The operator's own proxies, and a portal that runs apart: addresses and networks (`10.0.0.0/8`). */
  trustedProxies: readonly string[];
  /** Undefined: fill in the demo on a first start that is not in production. */
  demo: boolean | undefined;
  masterKeyFile: string | undefined;
  /** Undefined: each counsellor says how to meet by video. */
  meet: MeetSettings | undefined;
  /** Undefined: no mail leaves. */
  mail: MailSettings | undefined;
  /** Undefined: no text message leaves. */
  sms: SmsSettings | undefined;
}

const defaultPort = 4321;
const repository = path.resolve(import.meta.dirname, '../../..');

/** Parses the environment. Throws `CannotStart` with one line that names the variable at fault. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): Settings {
  const read = (name: string) => (env[name] === '' ? undefined : env[name]);
  const production = read('NODE_ENV') === 'production';
  const databaseOwnerUrl = parsePostgresUrl('DATABASE_OWNER_URL', read('DATABASE_OWNER_URL'));
  const databaseAuditorUrl = parsePostgresUrl('DATABASE_AUDITOR_URL', read('DATABASE_AUDITOR_URL'));
  const databaseUrl = parsePostgresUrl('DATABASE_URL', read('DATABASE_URL'));
  if (databaseOwnerUrl !== undefined && databaseUrl === undefined) {
    throw new CannotStart('DATABASE_OWNER_URL is set without DATABASE_URL: set both, or neither.');
  }
  const keysDatabaseUrl = parsePostgresUrl('KEYS_DATABASE_URL', read('KEYS_DATABASE_URL'));
  const keysDatabaseOwnerUrl = parsePostgresUrl('KEYS_DATABASE_OWNER_URL', read('KEYS_DATABASE_OWNER_URL'));
  if ((databaseUrl === undefined) !== (keysDatabaseUrl === undefined)) {
    const [set, missing] =
      databaseUrl === undefined
        ? ['KEYS_DATABASE_URL', 'DATABASE_URL']
        : ['DATABASE_URL', 'KEYS_DATABASE_URL'];
    throw new CannotStart(
      `${set} is set without ${missing}: keys are kept in a database of their own, so name both (docs/operator.md).`,
    );
  }
  if (keysDatabaseOwnerUrl !== undefined && keysDatabaseUrl === undefined) {
    throw new CannotStart('KEYS_DATABASE_OWNER_URL is set without KEYS_DATABASE_URL: set both, or neither.');
  }
  const dataFolder = path.resolve(read('HOMEWARD_DATA') ?? path.join(repository, '.homeward'));
  return {
    production,
    port: parsePort(read('PORT')),
    // A laptop's demo is nobody else's business; in production a proxy must reach the server.
    host: read('HOST') ?? (production ? undefined : '127.0.0.1'),
    dataFolder,
    databaseUrl,
    databaseOwnerUrl,
    keysDatabaseUrl,
    keysDatabaseOwnerUrl,
    databaseAuditorUrl,
    auditAnchor: path.resolve(read('HOMEWARD_AUDIT_ANCHOR') ?? path.join(dataFolder, 'audit-anchor.jsonl')),
    publicUrl: parsePublicUrl(read('PUBLIC_URL')),
    apiUrl: parseHttpUrl('API_URL', read('API_URL')),
    trustedProxies: parseNetworks('TRUSTED_PROXIES', read('TRUSTED_PROXIES')),
    demo: parseSwitch('HOMEWARD_DEMO', read('HOMEWARD_DEMO')),
    masterKeyFile: read('HOMEWARD_MASTER_KEY_FILE'),
    meet: parseMeet(read),
    mail: parseMail(read),
    sms: parseSms(read),
  };
}

function parsePort(text: string | undefined): number {
  if (text === undefined) return defaultPort;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new CannotStart(`PORT is "${text}": give a number from 0 to 65535.`);
}

function parseSwitch(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (text === '1') return true;
  if (text === '0') return false;
  throw new CannotStart(`${name} is "${text}": give 1 or 0.`);
}

// The address itself is not repeated: it may hold a password.
function parsePostgresUrl(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (/^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new CannotStart(
    `${name} is no address of a PostgreSQL: write postgresql://user:password@host:5432/database.`,
  );
}

function parseHttpUrl(name: string, text: string | undefined): URL | undefined {
  if (text === undefined) return undefined;
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return new URL(text);
  throw new CannotStart(`${name} is no web address: write http://host:port.`);
}

/** Browsers allow passkeys on https and on localhost only. */
function parsePublicUrl(text: string | undefined): URL | undefined {
  const url = parseHttpUrl('PUBLIC_URL', text);
  if (url === undefined) return undefined;
  const isSafe = url.protocol === 'https:' || url.hostname === 'localhost';
  if (isSafe && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '')
    return url;
  throw new CannotStart('PUBLIC_URL must be https://host (or http://localhost:port), without a path.');
}

/** All three or none. The shortest secret is what HS256 asks for. */
function parseMeet(read: (name: string) => string | undefined): MeetSettings | undefined {
  const url = parseHttpUrl('MEET_URL', read('MEET_URL'));
  const [appId, secret] = [read('MEET_APP_ID'), read('MEET_SECRET')];
  if (url === undefined && appId === undefined && secret === undefined) return undefined;
  if (url === undefined || appId === undefined || secret === undefined)
    throw new CannotStart('MEET_URL, MEET_APP_ID and MEET_SECRET belong together: set all three, or none.');
  if (url.protocol !== 'https:' && url.hostname !== 'localhost')
    throw new CannotStart('MEET_URL must be https://host: browsers give no camera to anything else.');
  if (Buffer.byteLength(secret) < 32) throw new CannotStart('MEET_SECRET is too short: 32 bytes at least.');
  return { url, appId, secret };
}

function parseNetworks(name: string, text: string | undefined): readonly string[] {
  const networks = (text ?? '')
    .split(',')
    .map((network) => network.trim())
    .filter(Boolean);
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    if (most < 0 || (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)))
      throw new CannotStart(
        `${name} has "${network}": give addresses or networks, such as 10.0.0.2, 10.1.0.0/16.`,
      );
  }
  return networks;
}
