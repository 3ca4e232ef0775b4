import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { optionalLine } from './typed-text';

/** France, whose numbers would take in some of those overseas, comes last. */
const AT_HOME = ['RE', 'YT', 'GP', 'MQ', 'GF', 'PM', 'NC', 'PF', 'WF', 'FR'] as const satisfies readonly CountryCode[];

function readPhone(text: string): PhoneNumber | null {
  const read = AT_HOME.map((country) => parsePhoneNumberFromString(text, country));
  return read.find((number) => number?.isValid()) ?? null;
}

const MOST_SIGNS = 30;

const isAtHome = ({ country }: PhoneNumber) => AT_HOME.some((one) => one === country);

/** « 03 20 00 00 00 » as it is written in France, « +32 2 … » from elsewhere; null when nothing is typed. */
export const optionalPhone = optionalLine(MOST_SIGNS).transform((text, ctx) => {
  if (!text) return null;
  const number = readPhone(text);
  if (number && !number.ext) return isAtHome(number) ? number.formatNational() : number.formatInternational();
  const message = number
    ? 'Un numéro sans poste est attendu, par exemple 03 20 00 00 00.'
    : 'Un numéro de téléphone est attendu, par exemple 03 20 00 00 00.';
  ctx.addIssue({ code: 'custom', message });
  return null;
});

export const phoneHref = (phone: string): string | null => readPhone(phone)?.getURI() ?? null;
