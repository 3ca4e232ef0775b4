import { BlockList, isIPv4 } from 'node:net';
import { z } from 'zod';
import { INVISIBLE } from './invisible';

export const LONGEST_ADDRESS = 500;

const INCOMPLETE = 'Une adresse complète est attendue, par exemple https://www.irev.fr/.';
const WITH_CREDENTIALS =
  'Cette adresse porte un nom d’utilisateur ou un mot de passe, avant «\u00A0@\u00A0»\u00A0: gardez seulement celle de la page.';
const PRIVATE =
  'Cette adresse est celle d’un réseau privé ou d’une machine\u00A0: donnez celle d’une page que tout le monde peut ouvrir.';

/** What the registries of IANA say is not reached from everywhere, or stands for another address. */
const CLOSED = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  CLOSED.addSubnet(network, bits);
}
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  CLOSED.addSubnet(network, bits, 'ipv6');
}
/** All that is given out to the public so far. */
const OPEN_IPV6 = new BlockList();
OPEN_IPV6.addSubnet('2000::', 3, 'ipv6');

const PRIVATE_NAME = /(^|\.)(localhost|local|localdomain|internal|intranet|private|lan|home|corp|home\.arpa)$/;

/** `host` as `URL` writes it: every way to write an IPv4 address made one. */
function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) {
    const address = host.slice(1, -1);
    return OPEN_IPV6.check(address, 'ipv6') && !CLOSED.check(address, 'ipv6');
  }
  if (isIPv4(host)) return !CLOSED.check(host);
  const name = host.replace(/\.$/, '');
  return name.includes('.') && !PRIVATE_NAME.test(name);
}

/** A sentence, or null. */
function faultOf(text: string): string | null {
  // Programs do not agree on where a host ends that a backslash follows.
  if (!/^https?:\/\/[^\s\\/?#][^\s\\]*$/i.test(text) || INVISIBLE.test(text) || !URL.canParse(text)) return INCOMPLETE;
  if (/^\w+:\/\/[^/?#]*@/.test(text)) return WITH_CREDENTIALS;
  const { hostname } = new URL(text);
  if (/^\.|\.\./.test(hostname)) return INCOMPLETE;
  return isPublicHost(hostname) ? null : PRIVATE;
}

/** A public page, http or https alone: never a script, a file, a bare word, someone's credentials or a private network. */
export const webAddress = z
  .string()
  .max(LONGEST_ADDRESS, `Au plus ${LONGEST_ADDRESS} caractères.`)
  .superRefine((text, ctx) => {
    const message = faultOf(text);
    if (message !== null) ctx.addIssue({ code: 'custom', message });
  })
  .transform((text) => text.replace(/^https?:/i, (scheme) => scheme.toLowerCase()));
