import { defineCommand, runMain } from 'citty';
import { showHelp } from './command/help.ts';
import { lint } from './command/lint.ts';
import { refuseUnknownFlags, sourceArgs, UsageError } from './command/options.ts';
import type { Out } from './command/out.ts';
import { sync } from './command/sync.ts';

const syncArgs = {
  ...sourceArgs,
  'dry-run': { type: 'boolean', description: 'Compare with the portal, send nothing' },
  'api-key': {
    type: 'string',
    valueHint: 'hw_live_…',
    description: 'Better in the environment: HOMEWARD_API_KEY',
  },
  'base-url': {
    type: 'string',
    valueHint: 'https://…',
    description: 'The portal’s address; or HOMEWARD_BASE_URL',
  },
  concurrency: { type: 'string', valueHint: '4', description: 'How many requests at a time, 1 to 32' },
} as const;

const lintCommand = defineCommand({
  meta: { name: 'lint', description: 'Check a file or folder and say what to mend; sends nothing' },
  args: sourceArgs,
  run: ({ args, rawArgs }) =>
    guard(() => {
      refuseUnknownFlags(rawArgs, sourceArgs);
      return lint(args, out);
    }),
});

const syncCommand = defineCommand({
  meta: { name: 'sync', description: 'Publish a file or folder: what is new or has changed' },
  args: syncArgs,
  run: ({ args, rawArgs }) =>
    guard(async () => {
      refuseUnknownFlags(rawArgs, syncArgs);
      const { 'api-key': apiKey, 'base-url': baseUrl, 'dry-run': dryRun, ...rest } = args;
      return sync({ ...rest, apiKey, baseUrl, dryRun }, out, interruptSignal());
    }),
});

const main = defineCommand({
  meta: {
    name: 'homeward',
    version: '0.1.0',
    description: 'Publish your directory on a Homeward portal: lint it, then sync it',
  },
  subCommands: { lint: lintCommand, sync: syncCommand },
});

const out: Out = {
  line: (text) => process.stdout.write(`${text}\n`),
  json: (value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
  terminal: process.stderr,
};

/** Sets the exit code and lets the streams drain; a bug of ours is one line and a non-zero exit, never a stack. */
async function guard(run: () => number | Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    process.exitCode = 1;
    const said = error instanceof Error ? error.message : String(error);
    const isUsage = error instanceof UsageError;
    process.stderr.write(
      `homeward: ${isUsage ? said : `something went wrong inside: ${said}. Please report it with the file.`}\n`,
    );
  }
}

/** The first Ctrl-C (or SIGTERM) ends the work and leaves a summary; the second ends at once. */
function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort();
    });
  }
  return controller.signal;
}

await runMain(main, { showUsage: showHelp });
