import type { Database } from '@homeward/db';
import type { PgBoss } from 'pg-boss';
import type { Actor } from './actor.ts';
import type { KeyStore, MasterKeys } from './key-ports.ts';
import type { Meet } from './meet.ts';
import type { Senders } from './sender.ts';

/** The time, as a value: tests move it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Randomness, as a value. */
export interface Random {
  bytes(length: number): Buffer;
  /** Uniform in `[0, below)`. */
  integer(below: number): number;
}

/** Secrets that never stand in the database. */
export interface Secrets {
  /** Mixed into every passphrase hash. */
  pepper: Buffer;
  /** Keys the look-up of access numbers. */
  lookupKey: Buffer;
}

/** Where the portal is, as browsers see it: what a passkey is bound to. */
export interface Site {
  /** `https://host`, without a path. */
  origin: string;
  /** The host's name. */
  rpId: string;
}

export interface Ports {
  boss: PgBoss;
  secrets: Secrets;
  /** Each person's data key, wrapped: a store that the database and its backups do not contain. */
  keys: KeyStore;
  /** What wraps them. */
  masterKeys: MasterKeys;
  site: Site;
  /** Left out: each counsellor says how to meet by video. */
  meet?: Meet | undefined;
  senders: Senders;
}

/** What every use-case is given. */
export interface Context {
  db: Database;
  actor: Actor;
  clock: Clock;
  random: Random;
  ports: Ports;
}
