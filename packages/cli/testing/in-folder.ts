import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A temporary folder with these files, which goes away with the block. */
export function inFolder(files: Record<string, string | Uint8Array>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'homeward-cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return {
    path: (name = '') => path.join(folder, name),
    write: (name: string, content: string) => writeFileSync(path.join(folder, name), content),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}
