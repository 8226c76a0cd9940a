/** What files of other programs begin with. */
const SIGNATURES: [name: string, bytes: number[], advice: string][] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47], 'Give the table itself.'],
  ['a JPEG picture', [0xff, 0xd8, 0xff], 'Give the table itself.'],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38], 'Give the table itself.'],
  ['a PDF', [0x25, 0x50, 0x44, 0x46], 'Export the table as CSV.'],
  [
    'a zip archive, perhaps an Excel workbook',
    [0x50, 0x4b, 0x03, 0x04],
    'In Excel save as “CSV UTF-8”; unpack an archive.',
  ],
  ['a gzip archive', [0x1f, 0x8b], 'Unpack it first.'],
  ['an old Office document', [0xd0, 0xcf, 0x11, 0xe0], 'In Excel save as “CSV UTF-8”.'],
];

export interface Sniffed {
  code: 'unreadable-file' | 'wrong-encoding';
  message: string;
  advice: string;
  line?: number;
}

const SAVE_AS_UTF8 = 'Save it as UTF-8 (in Excel: “CSV UTF-8”).';

/** Says why bytes are not UTF-8 text, or nothing when they are. */
export function sniff(bytes: Uint8Array): Sniffed | undefined {
  for (const [name, signature, advice] of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) {
      return { code: 'unreadable-file', message: `it is ${name}, not text`, advice };
    }
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { code: 'wrong-encoding', message: 'it is UTF-16', advice: SAVE_AS_UTF8 };
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const sample = bytes.subarray(0, 1000);
    const nuls = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
    return nuls > sample.length / 4
      ? { code: 'wrong-encoding', message: 'it looks like UTF-16', advice: SAVE_AS_UTF8 }
      : {
          code: 'unreadable-file',
          line: lineAt(bytes, nul),
          message: 'it has a NUL byte, which no text has',
          advice: 'Export the file again; this one is damaged.',
        };
  }
  const line = firstLineThatIsNotUtf8(bytes);
  if (line === undefined) return undefined;
  const message = 'it is not UTF-8, perhaps Latin-1, Windows-1252 or another old encoding';
  return { code: 'wrong-encoding', line, message, advice: SAVE_AS_UTF8 };
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset; index++) if (bytes[index] === 0x0a) line++;
  return line;
}

function firstLineThatIsNotUtf8(bytes: Uint8Array): number | undefined {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  if (isUtf8(decoder, bytes)) return undefined;
  for (let start = 0, line = 1; ; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (!isUtf8(decoder, bytes.subarray(start, end === -1 ? bytes.length : end)) || end === -1) return line;
    start = end + 1;
  }
}

function isUtf8(decoder: TextDecoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
