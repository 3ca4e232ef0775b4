import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOf } from '@/lib/auth/network';

const group = fc.integer({ min: 0, max: 0xffff });
const written = (groups: readonly number[]) => groups.map((value) => value.toString(16)).join(':');
const shortened = (groups: readonly number[]) => new URL(`http://[${written(groups)}]`).hostname.slice(1, -1);

describe('the network of an address', () => {
  it('is the same for the 2^64 addresses of an IPv6 client, however each is written', () => {
    const network = fc.tuple(fc.integer({ min: 0x2000, max: 0x3fff }), group, group, group);
    const host = fc.tuple(group, group, group, group);
    fc.assert(
      fc.property(network, host, host, (mine, one, other) => {
        const counted = networkOf(written([...mine, ...one]));
        expect(networkOf(shortened([...mine, ...other]).toUpperCase())).toBe(counted);
        expect(networkOf(`[${shortened([...mine, ...other])}]:51820`)).toBe(counted);
        const [first, ...rest] = mine;
        expect(networkOf(written([first ^ 1, ...rest, ...one]))).not.toBe(counted);
      }),
    );
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:4711', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:C000:207', '192.0.2.7'],
    ['0:0:0:0:0:ffff:192.0.2.7', '192.0.2.7'],
    ['64:ff9b::192.0.2.7', '192.0.2.7'],
    ['[::ffff:192.0.2.7]:4711', '192.0.2.7'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['inconnue', 'inconnue'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
