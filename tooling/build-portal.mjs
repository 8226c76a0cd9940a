import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Advice, root, run } from './run.mjs';

const portal = path.join(root, 'apps/portal');
const stamp = path.join(portal, 'dist/.built-from');

/** What ends up in the portal's build. */
const inputs = [
  'apps/portal',
  'packages/contracts',
  'packages/i18n',
  'packages/language',
  'packages/safeguarding',
  'package-lock.json',
  'tsconfig.base.json',
];
const notInputs = new Set(['dist', 'node_modules', '.astro']);

/** Whether the portal's build is of the files as they are now. */
export function isPortalBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** Builds the portal; the mark that says of what is set only when the build is whole. */
export async function buildPortal(node) {
  const before = fingerprint();
  rmSync(stamp, { force: true });
  const manifest = createRequire(path.join(portal, 'package.json')).resolve('astro/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  const astro = path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin.astro);
  const { code, output } = await run([node, astro, 'build'], { cwd: portal });
  if (code !== 0) {
    process.stdout.write(`\n${output}`);
    throw new Advice('The portal could not be built: "astro build" says why above.');
  }
  writeFileSync(`${stamp}.new`, before);
  renameSync(`${stamp}.new`, stamp);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const input of inputs) addTo(hash, path.join(root, input));
  return hash.digest('hex');
}

function addTo(hash, place) {
  const name = path.relative(root, place);
  if (!existsSync(place)) return;
  let children;
  try {
    children = readdirSync(place, { withFileTypes: true });
  } catch {
    const content = createHash('sha256').update(readFileSync(place)).digest('hex');
    hash.update(`${name}\0${content}\0`);
    return;
  }
  for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const isTest = /\.test\.tsx?$/.test(child.name);
    if (!notInputs.has(child.name) && !isTest) addTo(hash, path.join(place, child.name));
  }
}
