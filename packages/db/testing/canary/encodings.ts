/** One way in which a text may lie in bytes. */
export interface Form {
  /** `utf-8`, `utf-16le as base64`… */
  name: string;
  bytes: Buffer;
}

/** Each way in which `text` may lie in bytes that nobody sealed: UTF-8 and UTF-16 in both orders, each as it is, as hex and as base64 at each of its three places. */
export function formsOf(text: string): Form[] {
  const utf16le = Buffer.from(text, 'utf16le');
  const charsets: [string, Buffer][] = [
    ['utf-8', Buffer.from(text, 'utf8')],
    ['utf-16le', utf16le],
    ['utf-16be', Buffer.from(utf16le).swap16()],
  ];
  return charsets.flatMap(([name, bytes]) => [
    { name, bytes },
    { name: `${name} as hex`, bytes: Buffer.from(bytes.toString('hex')) },
    { name: `${name} as HEX`, bytes: Buffer.from(bytes.toString('hex').toUpperCase()) },
    ...base64Forms(bytes).map((form) => ({ name: `${name} as base64`, bytes: form })),
  ]);
}

/** What is the same in base64 whatever stands before and after: three places, and the letters of URLs. */
function base64Forms(bytes: Buffer): Buffer[] {
  const found = [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    const firstWhole = Math.ceil((before * 8) / 6);
    const endWhole = Math.floor((padded.length * 8) / 6);
    return (['base64', 'base64url'] as const).map((encoding) =>
      padded.toString(encoding).slice(firstWhole, endWhole),
    );
  });
  return [...new Set(found)].map((form) => Buffer.from(form));
}
