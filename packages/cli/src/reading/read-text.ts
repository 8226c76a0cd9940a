import { readFileSync, statSync } from 'node:fs';
import type { Problems } from '../problem/problem.ts';
import { sniff } from './sniff.ts';

const LARGEST_BYTES = 256 * 1024 * 1024;

/** A file by the path to open it, and by the name that its problems are told under. */
export interface SourceFile {
  path: string;
  name: string;
}

/** The bytes of a UTF-8 file without its byte order mark; whatever else it is becomes one fault, and undefined. */
export function readText({ path, name }: SourceFile, problems: Problems): Uint8Array | undefined {
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > LARGEST_BYTES) {
      problems.fault({
        code: 'unreadable-file',
        file: name,
        message: 'it is larger than 256 MiB',
        advice: 'Split it into smaller files.',
      });
      return undefined;
    }
    bytes = readFileSync(path);
  } catch (error) {
    problems.fault(whyNot(error, name));
    return undefined;
  }
  const fault = sniff(bytes);
  if (fault !== undefined) {
    problems.fault({ file: name, ...fault });
    return undefined;
  }
  const text = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  if (text.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) {
    problems.fault({ code: 'empty-file', file: name, message: 'it is empty', advice: 'Export it again.' });
    return undefined;
  }
  return text;
}

function whyNot(error: unknown, file: string) {
  const { code } = error as { code?: string };
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return {
      code: 'missing-file',
      file,
      message: 'there is no such file or folder',
      advice: 'Check the path.',
    } as const;
  }
  const message =
    code === 'EACCES' || code === 'EPERM'
      ? 'it may not be read'
      : `it can not be read (${code ?? 'unknown reason'})`;
  return { code: 'unreadable-file', file, message, advice: 'Check its permissions.' } as const;
}
