import type { HeldData } from '@homeward/contracts/held-data';
import { strToU8, zipSync } from 'fflate';

/** One file to take along: a page for people, the same for programs. */
export function zipHeldData(data: HeldData, page: string): Uint8Array<ArrayBuffer> {
  const files = { 'page.html': strToU8(page), 'data.json': strToU8(JSON.stringify(data, null, 2)) };
  return new Uint8Array(zipSync(files, { mtime: new Date(data.madeAt) }));
}
