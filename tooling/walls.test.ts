import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const BIOME = path.join(ROOT, 'node_modules/.bin/biome');

interface Probe {
  folder: string;
  source: string;
  rule: string;
  /** Whether the rule must complain. */
  complains: boolean;
  ending?: 'ts' | 'astro';
}

/** Writes a file behind each wall, asks the linter about all of them at once, and takes them away again. */
function lint(probes: Probe[]): { probe: Probe; rules: string[] }[] {
  const files = probes.map(
    ({ folder, ending = 'ts' }, index) => `${folder}/wall-probe-${process.pid}-${index}.${ending}`,
  );
  try {
    probes.forEach(({ source }, index) => {
      writeFileSync(path.join(ROOT, files[index] ?? ''), source);
    });
    const { stdout } = spawnSync(BIOME, ['lint', '--reporter=json', '--max-diagnostics=none', ...files], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { category: string; location: { path: unknown } }[];
    };
    return probes.map((probe, index) => ({
      probe,
      rules: diagnostics
        .filter(({ location }) => JSON.stringify(location.path).includes(files[index] ?? '?'))
        .map(({ category }) => category),
    }));
  } finally {
    for (const file of files) rmSync(path.join(ROOT, file), { force: true });
  }
}

const WALLS: [folder: string, forbidden: string, allowed: string][] = [
  ['packages/scheduling/src', '@homeward/contracts/id', './index.ts'],
  ['packages/scheduling/src', 'node:fs', './index.ts'],
  ['packages/i18n/src', '@homeward/contracts/id', './index.ts'],
  ['packages/contracts/src', '@homeward/core/kernel', 'zod'],
  ['packages/db/src', '@homeward/contracts/id', 'kysely'],
  ['packages/core/src/account', '@homeward/api', '@homeward/contracts/id'],
  ['packages/core/src/account', '../session/token.ts', '../session/index.ts'],
  ['apps/api/src', '@homeward/db', '@homeward/core/kernel'],
  ['apps/api/src/rpc', '../v1/problem.ts', './trpc.ts'],
  ['apps/api/src/v1', '../rpc/trpc.ts', './problem.ts'],
  ['apps/portal/src', '@homeward/core/kernel', '@homeward/i18n'],
  ['apps/portal/src', '@homeward/api', '@homeward/i18n'],
  ['packages/sdk/src', 'node:fs', './index.ts'],
  ['packages/sdk/src', '@homeward/contracts/id', './index.ts'],
  ['packages/cli/src', '@homeward/core/kernel', '@homeward/sdk'],
];

const imports = (from: string) => `export { probe } from '${from}';\n`;
const readsEnvironment = 'export const home = process.env.HOME;\n';
const page = `---\nimport { probe } from '@homeward/core/kernel';\nprobe();\n---\n<p></p>\n`;

const PROBES: Probe[] = [
  ...WALLS.flatMap(([folder, forbidden, allowed]) => [
    { folder, source: imports(forbidden), rule: 'lint/style/noRestrictedImports', complains: true },
    { folder, source: imports(allowed), rule: 'lint/style/noRestrictedImports', complains: false },
  ]),
  {
    folder: 'apps/portal/src',
    source: page,
    rule: 'lint/style/noRestrictedImports',
    complains: true,
    ending: 'astro',
  },
  ...['packages/core/src/account', 'apps/api/src', 'packages/db/src'].map((folder) => ({
    folder,
    source: readsEnvironment,
    rule: 'lint/style/noProcessEnv',
    complains: true,
  })),
  {
    folder: 'packages/contracts/src',
    source: imports('hono'),
    rule: 'lint/correctness/noUndeclaredDependencies',
    complains: true,
  },
];

describe('the linter holds each wall', () => {
  const found = lint(PROBES);
  it.each(
    found.map(
      ({ probe, rules }) =>
        [probe.folder, probe.complains ? 'refuses' : 'takes', probe.source.trim(), probe, rules] as const,
    ),
  )('%s %s %s', (_folder, _verb, _source, probe, rules) => {
    expect(rules.includes(probe.rule), rules.join()).toBe(probe.complains);
  });
});
