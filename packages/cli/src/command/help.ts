import { stripVTControlCharacters } from 'node:util';
import { renderUsage, type showUsage } from 'citty';

const READS = `WHAT IT READS
  listings.json, .ndjson   listings of ours: { kind, externalId, …what /v1 takes }
  services.json, FOLDER    HSDS 3.0 and 3.1 as JSON, full objects or pages
  FOLDER of CSV            HSDS tables (services.csv, organizations.csv, …), older names too
  any.csv --map M.json     any CSV; the mapping says what its columns mean
`;

const EXITS = `EXIT CODE
  0    clean
  1    faults, refusals or an error; each is said
  130  ended by Ctrl-C; run the same command again to go on
`;

const LINT = `EXAMPLES
  homeward lint directory/
  homeward lint courses.csv --map courses.mapping.json --json
`;

const SYNC = `EXAMPLES
  export HOMEWARD_BASE_URL=https://portal.example.org HOMEWARD_API_KEY=hw_live_…
  homeward sync directory/ --dry-run
  homeward sync courses.csv --map courses.mapping.json

  Records with faults are left out and the others go in. Running it again sends only what has changed.
  Listings that are no longer in the file stay on the portal.
`;

const MORE: Record<string, string[]> = {
  homeward: [READS, EXITS],
  lint: [READS, LINT, EXITS],
  sync: [READS, SYNC, EXITS],
};

/** citty's usage with what a reader wants to know besides; colours on a terminal only. */
export const showHelp: typeof showUsage = async (command, parent) => {
  const usage = await renderUsage(command, parent);
  const meta = typeof command.meta === 'function' ? await command.meta() : await command.meta;
  const text = [usage, ...(MORE[meta?.name ?? ''] ?? [])].join('\n');
  process.stdout.write(`${process.stdout.isTTY ? text : stripVTControlCharacters(text)}\n`);
};
