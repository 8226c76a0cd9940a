#!/usr/bin/env node
// One launcher for both places: in the repository the sources run as they are, in the package the built files.
import { existsSync } from 'node:fs';

const source = new URL('../src/main.ts', import.meta.url);
const major = Number(process.versions.node.split('.')[0]);

if (major < 22) {
  process.stderr.write(`homeward needs Node 22 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  await import(existsSync(source) ? source : new URL('../dist/main.js', import.meta.url));
}
