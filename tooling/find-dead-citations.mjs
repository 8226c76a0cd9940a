import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const citesRepository = /^(?:\.\/)?(?:apps|packages|docs|tooling|\.ci)\/[\w./@*[\]{},…-]+$/;
const isMade = /(?:^|\/)(?:dist|node_modules|\.astro|\.turbo)(?:\/|$)/;

/**
 * Paths that documents cite and that do not exist: relative links, paths of this repository in backticks, and npm
 * scripts ("npm run x").
 * @param {string} root
 * @returns {string[]} lines of `file:line: what is gone`
 */
export function findDeadCitations(root) {
  const scripts = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts ?? {};
  const documents = [...markdownIn(root, false), ...markdownIn(path.join(root, 'docs'), true)];
  return documents.flatMap((document) => {
    const lines = readFileSync(document, 'utf8').split('\n');
    return lines.flatMap((line, index) =>
      citations(line)
        .filter((citation) => !isAlive(root, document, scripts, citation))
        .map(({ text }) => `${path.relative(root, document)}:${index + 1}: ${text}`),
    );
  });
}

function markdownIn(folder, deep) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return deep ? markdownIn(place, true) : [];
    return entry.name.endsWith('.md') ? [place] : [];
  });
}

function citations(line) {
  const links = [...line.matchAll(/\]\(([^)\s]+)(?:\s[^)]*)?\)|(?:src|href)="([^"]+)"/g)]
    .map((match) => match[1] ?? match[2])
    .filter((target) => !/^(?:[a-z]+:|#|\/\/)/i.test(target))
    .map((text) => ({ kind: 'link', text }));
  const code = [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
  const paths = code.filter((text) => citesRepository.test(text)).map((text) => ({ kind: 'path', text }));
  const scripts = code.flatMap((text) => [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map((match) => match[1]));
  return [...links, ...paths, ...scripts.map((text) => ({ kind: 'script', text }))];
}

function isAlive(root, document, scripts, { kind, text }) {
  if (kind === 'script') return Object.hasOwn(scripts, text);
  const target = decodeURI(text.replace(/#.*$/, ''));
  if (isMade.test(target)) return true;
  if (kind === 'link') return existsSync(path.resolve(path.dirname(document), target));
  return expand(target).every((one) =>
    matches(
      root,
      one.split('/').filter((part) => part !== '' && part !== '.'),
    ),
  );
}

/** `a/{b,c}` is two paths. */
function expand(text) {
  const braces = /\{([^{}]*)\}/.exec(text);
  if (!braces) return [text];
  return braces[1].split(',').flatMap((choice) => expand(text.replace(braces[0], () => choice)));
}

/** Whether some file fits, `*` standing for anything within a name and `**` for any folders. */
function matches(place, [part, ...rest]) {
  if (part === undefined || part === '…') return true;
  if (!part.includes('*')) {
    const next = path.join(place, part);
    return existsSync(next) && matches(next, rest);
  }
  const folder = path.join(place, '/');
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  if (part === '**') {
    const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
    return (
      matches(place, rest) || folders.some(({ name }) => matches(path.join(place, name), [part, ...rest]))
    );
  }
  const pattern = new RegExp(`^${part.split('*').map(escapeRegExp).join('.*')}$`);
  return entries.some(({ name }) => pattern.test(name) && matches(path.join(place, name), rest));
}

function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
