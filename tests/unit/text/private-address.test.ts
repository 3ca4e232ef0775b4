import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { webAddress } from '@/lib/text/web-address';

const PRIVATE = expect.stringContaining('est celle d’un réseau privé');
const faultOf = (text: string) => webAddress.safeParse(text).error?.issues[0]?.message ?? null;

const PRIVATE_HOSTS = [
  'localhost',
  'LOCALHOST.',
  'ｌｏｃａｌｈｏｓｔ',
  '%6cocalhost',
  'bureau.localhost',
  'intranet',
  'imprimante.local',
  'api.internal',
  'nas.lan',
  'box.home.arpa',
  'serveur.corp',
  'a.localdomain',
  '0',
  '127.1',
  '2130706433',
  '0x7f000001',
  '017700000001',
  '１２７.0.0.1',
  '127。0。0。1',
  '[::]',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:a00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::a00:1]',
  '[2002:7f00:1::]',
  '[2001:db8::1]',
  '[fd00::1]',
  '[fe80::1]',
  '[ff02::1]',
];

/** The blocks that no visitor reaches: the first address of each and the number of bits that are theirs. */
const BLOCKS: [first: number, bits: number][] = [
  [0x0a_00_00_00, 8],
  [0x64_40_00_00, 10],
  [0x7f_00_00_00, 8],
  [0xa9_fe_00_00, 16],
  [0xac_10_00_00, 12],
  [0xc0_a8_00_00, 16],
  [0xe0_00_00_00, 4],
  [0xf0_00_00_00, 4],
];
const privateNumber = fc
  .tuple(fc.constantFrom(...BLOCKS), fc.integer({ min: 0, max: 0xff_ff_ff_ff }))
  .map(([[first, bits], within]) => first + (within % 2 ** (32 - bits)));
const parts = (number: number) => [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256);
const WRITTEN: ((number: number) => string)[] = [
  (number) => parts(number).join('.'),
  (number) => String(number),
  (number) => `0x${number.toString(16)}`,
  (number) => `0${number.toString(8)}`,
  (number) =>
    parts(number)
      .map((part) => `0x${part.toString(16)}`)
      .join('.'),
  (number) =>
    parts(number)
      .map((part) => `0${part.toString(8)}`)
      .join('.'),
  (number) => `${parts(number)[0]}.${number % 2 ** 24}`,
  (number) => `${parts(number).join('.')}.`,
  (number) => `[::ffff:${parts(number).join('.')}]`,
];
const tail = fc.constantFrom('', '/', ':8080/', '/admin?a=b', '#c', '/@x');

describe('the address of a page', () => {
  it('of a private network is refused, however it is written', () => {
    for (const host of PRIVATE_HOSTS) expect([host, faultOf(`http://${host}/`)]).toEqual([host, PRIVATE]);
    fc.assert(
      fc.property(privateNumber, fc.constantFrom(...WRITTEN), tail, (number, write, rest) => {
        expect(faultOf(`https://${write(number)}${rest}`)).toEqual(PRIVATE);
      }),
    );
  });
});
