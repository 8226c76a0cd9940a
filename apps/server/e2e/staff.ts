import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { canary } from '@homeward/db/testing/canary';
import { expect, type Page } from '@playwright/test';
import { submit } from './people.ts';
import { watch } from './traces.ts';

const ADMIN = path.resolve(import.meta.dirname, '../src/admin.ts');
const STEP_MS = 30_000;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export interface StaffAccount {
  name: string;
  passphrase: string;
}

export const newStaffAccount = (): StaffAccount => ({
  name: canary('sign-in-name'),
  passphrase: canary('passphrase-of-staff'),
});

/** Runs `npm run admin -- …` beside the running server. Answers its lines. */
async function admin(dataFolder: string, words: string[]): Promise<string[]> {
  const env = { PATH: process.env.PATH, HOMEWARD_DATA: dataFolder };
  const { stdout } = await promisify(execFile)(process.execPath, [ADMIN, ...words], { env });
  return stdout.trim().split('\n');
}

/** An operator's invitation to somebody of a new organisation: the code to hand over. */
export async function inviteByOperator(dataFolder: string, role: string): Promise<string> {
  const made = await admin(dataFolder, [
    'organisation',
    'create',
    '--name',
    'Rumah Terang',
    '--country',
    'ID',
  ]);
  const organisation = made[0]?.replace('organisation ', '') ?? '';
  const given = ['--organisation', organisation, '--role', role, '--name', 'Sari'];
  const [, code = ''] = await admin(dataFolder, ['staff', 'invite', ...given]);
  watch(code);
  return code;
}

/** Types a code at the page for it. */
export async function typeInvitation(page: Page, code: string): Promise<void> {
  await page.goto('/en/care/join');
  await page.locator('input[name$=code]').fill(code);
  await submit(page);
}

/** Joins by a code; a counsellor says besides what people see of them. Ends at the page that sets up the second step. */
export async function join(
  page: Page,
  code: string,
  { name, passphrase }: StaffAccount,
  profile?: { alias: string; country: string; zone: string; languages: string[]; modalities: string[] },
): Promise<void> {
  await typeInvitation(page, code);
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=passphrase]').fill(passphrase);
  if (profile) {
    await page.locator('input[name=alias]').fill(profile.alias);
    await page.locator('select[name=country]').selectOption(profile.country);
    await page.locator('select[name=zone]').selectOption(profile.zone);
    for (const value of [...profile.languages, ...profile.modalities])
      await page.locator(`input[type=checkbox][value=${value}]`).check({ force: true });
  }
  await submit(page);
  await page.waitForURL('**/care/set-up');
}

/** Gives the passphrase; what follows is the second step. */
export async function givePassphrase(page: Page, { name, passphrase }: StaffAccount): Promise<void> {
  await page.goto('/en/care/sign-in');
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=passphrase]').fill(passphrase);
  await submit(page);
}

/** Types a code at the second step. */
export async function giveCode(page: Page, code: string): Promise<void> {
  await page.locator('input[name$=code]').fill(code);
  await submit(page);
}

/** An authenticator app by the words of RFC 6238, which shares nothing with the server but the secret that the page shows. */
export class AuthenticatorApp {
  #key: Buffer;
  #lastStep = 0;

  constructor(secret: string) {
    const bits = [...secret.replaceAll(' ', '')].map((letter) =>
      LETTERS.indexOf(letter).toString(2).padStart(5, '0'),
    );
    this.#key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  }

  /** A code that is taken about now and that this app has not shown before. */
  async nextCode(): Promise<string> {
    const now = () => Math.floor(Date.now() / STEP_MS);
    // The one after the current one is taken too; what comes later has to come nearer first.
    await expect.poll(() => this.#lastStep - now(), { timeout: 3 * STEP_MS }).toBeLessThanOrEqual(0);
    this.#lastStep = Math.max(this.#lastStep + 1, now());
    return this.#codeOf(this.#lastStep);
  }

  /** A code that is none of those which are taken in the minutes around now. */
  wrongCode(): string {
    const around = Math.floor(Date.now() / STEP_MS);
    const taken = [-3, -2, -1, 0, 1, 2, 3, 4, 5].map((offset) => this.#codeOf(around + offset));
    return ['000000', '111111', '222222'].find((code) => !taken.includes(code)) ?? '333333';
  }

  #codeOf(step: number): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const hash = createHmac('sha1', this.#key).update(counter).digest();
    const offset = (hash.at(-1) ?? 0) & 15;
    return `${(hash.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000}`.padStart(6, '0');
  }
}

/** Sets up the app as the second step, from the secret that the page shows, and keeps the recovery codes. */
export async function setUpApp(
  page: Page,
): Promise<{ app: AuthenticatorApp; used: string; recovery: string[] }> {
  await page.getByRole('button', { name: 'Use an app' }).click();
  const secret = await page.locator('.secret bdi').innerText();
  watch(secret);
  const app = new AuthenticatorApp(secret);
  const used = await app.nextCode();
  await giveCode(page, used);
  return { app, used, recovery: await keepRecoveryCodes(page) };
}

/** Reads the recovery codes and says that they are kept. */
export async function keepRecoveryCodes(page: Page): Promise<string[]> {
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
  const codes = await page.locator('.codes bdi').allInnerTexts();
  // One stands for all: each text that is watched is looked for in every encoding, in a whole data folder.
  watch(codes[0]);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  return codes;
}

/** What the page says is wrong with the one field that was sent, in all its words. */
export const faultIn = (page: Page): Promise<string> =>
  page.locator('main').getByRole('alert').first().innerText();

/** A device with a lock of its own, held by its owner. */
export async function addLock(page: Page): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
