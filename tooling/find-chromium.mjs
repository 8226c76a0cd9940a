import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { systemPath } from './ensure-packages.mjs';
import { Advice, quietEnvironment, run } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium on this machine; undefined when there is none. `CHROMIUM_PATH` wins. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Advice(`CHROMIUM_PATH is ${named}, and there is no such file.`);
    return named;
  }
  const folders = systemPath().split(path.delimiter);
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...places, ...macPlaces].find((place) => existsSync(place));
}

/** On Debian as root: installs Chromium, and fonts for every script that the portal shows. */
export async function installChromium() {
  if (process.getuid?.() !== 0 || !isDebian()) {
    throw new Advice(
      'The browser tests need a Chromium: install one (Debian: "apt-get install chromium fonts-noto-core fonts-noto-cjk") or say where it is in CHROMIUM_PATH.',
    );
  }
  const env = { ...quietEnvironment, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const packages = ['chromium', 'fonts-noto-core', 'fonts-noto-cjk'];
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { code, output } = await run([...aptGet, ...words], { env });
    if (code === 0) continue;
    process.stdout.write(`\n${output}`);
    throw new Advice('Chromium could not be installed: "apt-get" says why above.');
  }
  const found = findChromium();
  if (found === undefined)
    throw new Advice('Chromium was installed, but is not on PATH: say where it is in CHROMIUM_PATH.');
  return found;
}

function isDebian() {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID="?debian"?$/m.test(readFileSync(file, 'utf8'));
}
