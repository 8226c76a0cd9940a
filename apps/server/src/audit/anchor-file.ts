import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Anchor, AuditAnchors } from '@homeward/core/audit';
import { belongLikeItsFolder } from '@homeward/db/embedded';

const newline = 0x0a;

/**
 * Anchors as lines of JSON in a file that is only ever added to (so it may carry the system's append-only flag).
 * `skipped` hears of lines that can't be read: a crash may leave one that was half written.
 */
export function anchorFile(file: string, skipped: (line: number) => void = () => {}): AuditAnchors {
  return {
    async append(anchor) {
      await using handle = await open(file, 'a+', 0o600);
      const { size } = await handle.stat();
      if (size === 0) await belongLikeItsFolder(file);
      const line = `${JSON.stringify(anchor)}\n`;
      await handle.appendFile((await endsLine(handle, size)) ? line : `\n${line}`);
      await handle.sync();
      if (size === 0) await syncFolder(path.dirname(file));
    },
    async read() {
      const size = (await stat(file).catch(() => undefined))?.size ?? 0;
      return readAnchors(file, size, skipped);
    },
  };
}

async function* readAnchors(
  file: string,
  size: number,
  skipped: (line: number) => void,
): AsyncGenerator<Anchor> {
  if (size === 0) return;
  const lines = createInterface({ input: createReadStream(file, { end: size - 1 }), crlfDelay: Infinity });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const anchor = parseAnchor(line);
    if (anchor) yield anchor;
    else if (line !== '') skipped(number);
  }
}

function parseAnchor(line: string): Anchor | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { seq, hash, at } = value as Record<string, unknown>;
  const isWhole = Number.isSafeInteger(seq) && typeof hash === 'string' && typeof at === 'string';
  return isWhole ? { seq: Number(seq), hash, at } : undefined;
}

async function endsLine(handle: FileHandle, size: number): Promise<boolean> {
  if (size === 0) return true;
  const { buffer } = await handle.read({ buffer: Buffer.alloc(1), position: size - 1 });
  return buffer[0] === newline;
}

/** So that the new file's name is kept too. */
async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}
