import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it came over the wire. */
export interface Received {
  from: string;
  to: string[];
  raw: string;
}

interface Answers {
  /** Asked at each RCPT TO. An error with `responseCode` refuses it. */
  onRecipient?: () => Error | null;
  /** Asked when a mail is whole. `drop` breaks the line instead of answering. */
  onMail?: () => 'take' | 'drop' | Error;
}

/** A real SMTP server on loopback, which keeps what it got; thrown away, it is closed. */
export async function openMailPeer(answers: Answers = {}, options: SMTPServerOptions = {}) {
  const received: Received[] = [];
  const greeted: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.secure ? [] : ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, session, done) => {
      greeted.push(String(session.hostNameAppearsAs));
      done(answers.onRecipient?.() ?? null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const what = answers.onMail?.() ?? 'take';
        if (!(what instanceof Error))
          received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks).toString('utf8'),
          });
        if (what === 'drop') {
          for (const connection of server.connections as Set<{ _socket: { destroy(): void } }>)
            connection._socket.destroy();
          return;
        }
        done(what instanceof Error ? what : null);
      });
    },
    ...options,
  });
  // A broken line is what a test may want.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: new URL(`smtp://127.0.0.1:${port}`),
    port,
    received,
    greeted,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** What a server says to refuse. */
export const refusal = (responseCode: number, words: string): Error =>
  Object.assign(new Error(words), { responseCode });

/** The values of a header of a raw mail, unfolded. */
export const headersOf = (raw: string): Map<string, string> => {
  const [head = ''] = raw.split('\r\n\r\n');
  return new Map(
    head
      .replaceAll(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );
};
