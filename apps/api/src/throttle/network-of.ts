import { BlockList, isIP } from 'node:net';

/** Addresses that say nothing about who calls: of this machine, of the network behind a proxy, of nobody. */
const INDISTINCT = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  INDISTINCT.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  INDISTINCT.addSubnet(network, bits, 'ipv6');

/**
 * Whose tries are counted together: an IPv4 address, or the /64 of an IPv6 one, which one subscriber has whole.
 * Undefined for what is no public address: behind a proxy that is not told to us everybody has the same, and to refuse
 * it would lock out all.
 */
export function networkOf(address: string | undefined): string | undefined {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const family = isIP(plain);
  if (family === 0 || INDISTINCT.check(plain, family === 4 ? 'ipv4' : 'ipv6')) return undefined;
  return family === 4 ? plain : `${expand(plain).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expand(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':').flatMap(toGroups));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after];
}

/** The last two groups may be written as an IPv4 address. */
function toGroups(part: string): string[] {
  if (!part.includes('.')) return [Number.parseInt(part, 16).toString(16)];
  const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
  return [((a << 8) | b).toString(16), ((c << 8) | d).toString(16)];
}
