const NARROW = '\u202F';
const FIXED = '\u00A0';

/** Spaces, apostrophe and quotation marks of French print; words are not touched. */
export const typeset = (text: string): string =>
  text
    .replaceAll(/(?<=\p{L})'(?=[\p{L}\p{N}"«])/gu, '’')
    .replaceAll(/"([^"]*)"/g, '«$1»')
    .replaceAll(/ +(?=[;!?](?:\s|$))/g, NARROW)
    .replaceAll(/ +(?=:(?:\s|$))/g, FIXED)
    .replaceAll(/«[ \u00A0\u202F]*/g, `«${FIXED}`)
    .replaceAll(/[ \u00A0\u202F]*»/g, `${FIXED}»`)
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, NARROW)
    .replaceAll(/(?<=\d) (?=[€%])/g, FIXED);
