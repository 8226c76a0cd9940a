import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const SHIPPED = /^(?:apps|packages)\/[^/]+\/(?:src|bin)\/.*\.(?:ts|mjs|astro)$/;
const NOT_SHIPPED = /node_modules|\/dist\/|\.test\.ts$/;

/** The regular expressions of a source text. */
function expressionsOf(text: string, isAstro: boolean): string[] {
  const code = isAstro ? (/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '') : text;
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true));
  return found;
}

/**
 * Whether something that repeats without limit repeats without limit: `(a+)+`, `(a|b*)*`. Such an expression can take
 * time exponential in its input. An inner repetition with a fixed beginning that it can't repeat itself (`(?:-\w+)*`) can't.
 */
function nests(source: string): boolean {
  const body = source.slice(1, source.lastIndexOf('/'));
  const groups: { repeats: boolean; start: number }[] = [];
  for (let at = 0; at < body.length; at++) {
    const character = body[at];
    if (character === '\\') at++;
    else if (character === '[') at = endOfClass(body, at);
    else if (character === '(') groups.push({ repeats: false, start: at });
    else if (character === ')') {
      const group = groups.pop();
      const isUnlimited = /^(?:[*+]|\{\d+,\})/.test(body.slice(at + 1));
      if (group?.repeats && isUnlimited && !beginsFixed(body.slice(group.start, at))) return true;
      const outer = groups.at(-1);
      if (outer && (isUnlimited || group?.repeats)) outer.repeats = true;
    } else if (/^(?:[*+]|\{\d+,\})/.test(body.slice(at))) {
      const group = groups.at(-1);
      if (group) group.repeats = true;
    }
  }
  return false;
}

function endOfClass(body: string, from: number): number {
  let at = from + 1;
  while (at < body.length && body[at] !== ']') at += body[at] === '\\' ? 2 : 1;
  return at;
}

/** A group that begins or ends with one sign that nothing else in it matches says by itself where each round begins. */
function beginsFixed(group: string): boolean {
  const body = group.replace(/^\((?:\?:)?/, '');
  const [first] = /^(?:\\[^\w]|[^\w\s\\[(.])/.exec(body) ?? [];
  const [last] = /(?:\\[^\w]|[^\w\s\\\])*+?}.])$/.exec(body) ?? [];
  return (
    (first !== undefined && !matchesElsewhere(body.slice(first.length), first)) ||
    (last !== undefined && !matchesElsewhere(body.slice(0, -last.length), last))
  );
}

/** Whether any class or sign of `rest` matches this one sign. */
function matchesElsewhere(rest: string, sign: string): boolean {
  const tokens = rest.match(/\\p\{\w+\}|\\.|\[(?:\\.|[^\]])*\]|[^*+?(){}|]/g) ?? [];
  return tokens.some((token) => new RegExp(`^(?:${token})$`, 'u').test(sign.slice(-1)));
}

it('no regular expression of ours repeats a repetition: each is linear in its input', () => {
  const files = ['apps', 'packages']
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    .filter((file) => SHIPPED.test(file) && !NOT_SHIPPED.test(file));
  const all = files.flatMap((file) =>
    expressionsOf(readFileSync(path.join(ROOT, file), 'utf8'), file.endsWith('.astro')).map(
      (found) => `${file}: ${found}`,
    ),
  );
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((line) => nests(line.slice(line.indexOf(': ') + 2)))).toEqual([]);
});

it.each(['/(a+)+$/', '/^(\\w*\\s?)*$/', '/((a|b)*c?)*/', '/(?:x{2,})+/', '/([^"]*,)+(b*)*/'])(
  'finds %s',
  (source) => {
    expect(nests(source)).toBe(true);
  },
);

it.each(['/^[a-z]+(?:-[a-z]+)*$/', '/a+b*c+/', '/^(.{1,3})\\1+$/', '/(?:ab)+/', '/[(+)*]+/', '/\\(a+\\)+/'])(
  'takes %s',
  (source) => {
    expect(nests(source)).toBe(false);
  },
);
