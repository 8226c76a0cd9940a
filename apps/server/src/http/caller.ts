import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Of a request: where it comes from. For the throttle alone; never kept, logged or told. */
export type CallerOf = (request: IncomingMessage) => string | undefined;

/**
 * The address at the other end of the socket. When that is one of the operator's own proxies, the address that this
 * proxy names: `X-Forwarded-For` is read from the right, as far as each was written by one of ours. What stands further
 * left anybody may have made up.
 */
export function callerBehind(trustedProxies: readonly string[]): CallerOf {
  const trusted = new BlockList();
  for (const network of trustedProxies) {
    const [address = '', bits] = network.split('/');
    trusted.addSubnet(address, Number(bits ?? (isIP(address) === 4 ? 32 : 128)), familyOf(address));
  }
  return ({ socket, headers }) => {
    const named = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map(plain).filter(Boolean);
    let address = plain(socket.remoteAddress ?? '');
    while (isIP(address) !== 0 && isTrusted(trusted, address)) {
      const before = named.pop();
      if (before === undefined) break;
      address = before;
    }
    return isIP(address) === 0 ? undefined : address;
  };
}

const isTrusted = (trusted: BlockList, address: string): boolean => trusted.check(address, familyOf(address));

const familyOf = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6');

/** Without the port that some proxies write, the brackets, and the IPv6 spelling of an IPv4 address. */
const plain = (text: string): string =>
  text
    .trim()
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');
