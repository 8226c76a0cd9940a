import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import en from '../packages/i18n/src/messages/en.json' with { type: 'json' };

const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCES = '{apps,packages}/*/src/**/*.{ts,astro}';

/** All code that could show a message: neither tests nor what is generated from the messages themselves. */
const source = globSync(SOURCES, { cwd: ROOT })
  .filter((file) => !/\.test\.ts$|[/\\](generated|node_modules)[/\\]/.test(file))
  .map((file) => readFileSync(path.join(ROOT, file), 'utf8'))
  .join('\n');

/** Messages that no code names: neither whole, in quotes, nor by the start of a template such as `kind.${kind}`. */
function unusedIn(keys: readonly string[], code: string): string[] {
  const whole = new Set(Array.from(code.matchAll(/['"]([A-Za-z][\w.-]*\.[\w.-]+)['"]/g), ([, key]) => key));
  const starts = Array.from(code.matchAll(/`([A-Za-z]\w*\.[\w.-]*)\$\{/g), ([, start = '']) => start);
  return keys.filter((key) => !whole.has(key) && !starts.some((start) => key.startsWith(start)));
}

it('keeps no message that no page shows any more', () => {
  expect(unusedIn(Object.keys(en), source), 'delete these from packages/i18n/src/messages').toEqual([]);
});

it('tells a message in use from one that is left over, whole or by its start', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is code to be read.
  const code = "t('a.used'); t(`b.${name}`); t(`c.role-${role}`); `${link}/d.x`";
  expect(unusedIn(['a.used', 'a.us', 'b.any', 'c.role-x', 'c.other', 'd.x'], code)).toEqual([
    'a.us',
    'c.other',
    'd.x',
  ]);
});
