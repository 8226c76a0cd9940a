import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const INVENTORY = 'docs/crypto.md';
const SOURCES = ['apps', 'packages'];
const CODE = /\.(?:ts|mjs|astro|sql)$/;
const NOT_SHIPPED =
  /(?:^|\/)(?:node_modules|dist|testing|test|e2e|bench|tooling|generated)\/|\.(?:test|spec)\.ts$|\.d\.ts$/;
/** Libraries that hash, sign or check signatures for us. */
const LIBRARIES = ['jose', 'lucia', 'otpauth', '@simplewebauthn/server', '@simplewebauthn/browser'];
/** Functions of PostgreSQL and pgcrypto. */
const SQL =
  /\b(sha224|sha256|sha384|sha512|md5|digest|hmac|crypt|gen_salt|gen_random_bytes|gen_random_uuid|encrypt|pgp_\w+)\s*\(/g;

/** By file: what it uses of cryptography, in the order of the alphabet. */
function findUses(): Map<string, string> {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file}`,
    ),
  ).filter((file) => CODE.test(file) && !NOT_SHIPPED.test(file) && statSync(path.join(ROOT, file)).isFile());
  const uses = files.map((file): [string, string[]] => [
    file,
    usesOf(readFileSync(path.join(ROOT, file), 'utf8'), file),
  ]);
  return new Map(
    uses.filter(([, found]) => found.length > 0).map(([file, found]) => [file, found.join(', ')]),
  );
}

function usesOf(text: string, file: string): string[] {
  const found = new Set<string>();
  for (const [, names = ''] of text.matchAll(/import\s+(?!type\b)([^;]+?)\s+from\s+'(?:node:)?crypto'/g))
    for (const name of names.matchAll(/(?<!type )\b([A-Za-z]\w*)\b(?!\s*as\b)/g))
      if (name[1] !== 'type') found.add(name[1] ?? '');
  for (const [, name = ''] of text.matchAll(
    /(?<![.\w])(?:globalThis\.|window\.)?crypto\.(subtle|getRandomValues|randomUUID)\b/g,
  ))
    found.add(`crypto.${name}`);
  if (/(?:require|import)\(\s*['"](?:node:)?crypto['"]/.test(text)) found.add('node:crypto');
  for (const library of LIBRARIES)
    if (new RegExp(`import (?!type)[^;]*from '${library}'`).test(text)) found.add(library);
  if (file.endsWith('.sql'))
    for (const [, name = ''] of text.replaceAll(/--.*$/gm, '').matchAll(SQL)) found.add(`${name}()`);
  return [...found].toSorted();
}

/** The rows of the inventory: file, uses. */
function readInventory(): Map<string, string> {
  const rows = readFileSync(path.join(ROOT, INVENTORY), 'utf8').matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm);
  return new Map([...rows].map(([, file = '', uses = '']) => [file, uses.trim()]));
}

it('every use of cryptography stands in docs/crypto.md, and nothing that is gone', () => {
  const [used, listed] = [findUses(), readInventory()];
  expect(used.size).toBeGreaterThan(10);
  const missing = [...used].filter(([file, uses]) => listed.get(file) !== uses);
  expect(
    missing.map(([file, uses]) => `| \`${file}\` | ${uses} | algorithm | key | what for |`),
    'add these rows, with what they are for',
  ).toEqual([]);
  expect(
    [...listed.keys()].filter((file) => !used.has(file)),
    'rows of what is gone',
  ).toEqual([]);
});

it('finds each way to reach cryptography', () => {
  expect(usesOf(`import { createHash, type KeyObject } from 'node:crypto';`, 'a.ts')).toEqual(['createHash']);
  expect(usesOf(`await globalThis.crypto.subtle.digest('SHA-1', x)`, 'a.ts')).toEqual(['crypto.subtle']);
  expect(usesOf(`const c = await import('node:crypto');`, 'a.ts')).toEqual(['node:crypto']);
  expect(usesOf(`import { TOTP } from 'otpauth';`, 'a.ts')).toEqual(['otpauth']);
  expect(usesOf(`SELECT md5(x), sha256(y) -- crypt(z)`, 'a.sql')).toEqual(['md5()', 'sha256()']);
});
