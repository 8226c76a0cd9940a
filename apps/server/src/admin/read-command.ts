import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createCounsellor } from '@homeward/core/counsellor';
import { demoCode } from '@homeward/core/demo';
import { isReceiptOurs } from '@homeward/core/erasure';
import type { Context } from '@homeward/core/kernel';
import { createKey, createOrganisation, listKeys, revokeKey } from '@homeward/core/organisation';
import { deactivateStaff, inviteStaff } from '@homeward/core/staff';
import { CannotStart } from '@homeward/db/embedded';
import { makePassphrase } from './make-passphrase.ts';

/** Answers the lines to show. */
type Run = (context: Context) => Promise<string[]>;

/** Values as they were typed; the use-case checks them. */
type Values = Record<string, string | undefined>;

interface Command {
  options: readonly string[];
  usage: string;
  run: (context: Context, values: Values) => Promise<string[]>;
}

const commands: Record<string, Command> = {
  'organisation create': {
    options: ['name', 'country', 'website'],
    usage: '--name NAME --country TH [--website https://…]',
    run: async (context, values) => {
      const { id } = await createOrganisation(context, unchecked(values));
      return [`organisation ${id}`];
    },
  },
  'key create': {
    options: ['organisation', 'name', 'scopes'],
    usage: '--organisation ID --name NAME [--scopes listings:read,listings:write]',
    run: async (context, { organisation, name, scopes }) => {
      const input = { organisationId: organisation, name, scopes: scopes && list(scopes) };
      const { id, key } = await createKey(context, unchecked(input));
      return [`key ${id}`, key, 'This is shown once: give it to the organisation on a safe way.'];
    },
  },
  'staff invite': {
    options: ['organisation', 'role', 'name'],
    usage: '--organisation ID --role counsellor|partner-staff|organisation-admin|platform-admin --name ALIAS',
    run: async (context, { organisation, role, name }) => {
      const input = { organisationId: organisation, role, displayName: name };
      const { id, code } = await inviteStaff(context, unchecked(input));
      return [
        `invitation ${id}`,
        code,
        'Shown once, for seven days: hand it over in person. It is typed at /care/join.',
      ];
    },
  },
  'staff deactivate': {
    options: ['id'],
    usage: '--id ID',
    run: async (context, values) => {
      const { id } = await deactivateStaff(context, unchecked(values));
      return [`staff ${id} may do nothing any more`];
    },
  },
  'key list': {
    options: ['organisation'],
    usage: '--organisation ID',
    run: async (context, { organisation }) => {
      const keys = await listKeys(context, unchecked({ organisationId: organisation }));
      return keys.map((key) => `${key.id} ${key.prefix} ${key.scopes.join(',')} ${key.name}`);
    },
  },
  'key revoke': {
    options: ['id'],
    usage: '--id ID',
    run: async (context, values) => [`key ${(await revokeKey(context, unchecked(values))).id} is revoked`],
  },
  'demo code': {
    options: ['name'],
    usage: '--name mali',
    run: async ({ clock }, { name }) => [demoCode(name ?? '', clock.now())],
  },
  'counsellor create': {
    options: ['organisation', 'sign-in-name', 'alias', 'country', 'area', 'zone', 'languages', 'modalities'],
    usage:
      '--organisation ID --sign-in-name NAME --alias NAME --country TH --zone Asia/Bangkok --languages th,en --modalities video,phone,in-person [--area TOWN]',
    run: async (context, { organisation, 'sign-in-name': signInName, languages, modalities, ...values }) => {
      const passphrase = makePassphrase(context.random);
      const lists = { languages: list(languages), modalities: list(modalities) };
      const input = { organisationId: organisation, signInName, passphrase, ...lists, ...values };
      const { id } = await createCounsellor(context, unchecked(input));
      return [`counsellor ${id}`, passphrase, 'This passphrase is shown once: hand it over in person.'];
    },
  },
  'receipt verify': {
    options: ['file'],
    usage: '--file RECEIPT.txt',
    run: async ({ ports }, { file = '' }) => {
      const text = await readFile(file, 'utf8').catch(() => {
        throw new CannotStart(`There is no file ${file} to read the receipt from.`);
      });
      if (isReceiptOurs(ports.secrets.lookupKey, text))
        return ['This receipt is ours, and nothing in it was changed.'];
      throw new CannotStart('This receipt is not ours, or it was changed.');
    },
  },
};

/** Parses the words after `npm run admin --`. Throws `CannotStart` with one line on how to say it. */
export function readAdminCommand(words: readonly string[]): Run {
  const name = words.slice(0, 2).join(' ');
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    throw new CannotStart(`Say what to do: npm run admin -- ${Object.keys(commands).join(' | ')}`);
  }
  const values = readValues(command, name, words.slice(2));
  return (context) => command.run(context, values);
}

function readValues({ options, usage }: Command, name: string, words: readonly string[]): Values {
  const known = Object.fromEntries(options.map((option) => [option, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...words], options: known, strict: true }).values;
  } catch {
    throw new CannotStart(`Say it like this: npm run admin -- ${name} ${usage}`);
  }
}

function list(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((word) => word !== '');
}

/** Typed text for a use-case, which parses its input itself, whatever really came. */
function unchecked<Input>(values: Record<string, unknown>): Input {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Input;
}
