import { readFileSync } from 'node:fs';
import path from 'node:path';
import subsetFont from 'subset-font';

const PACKAGES = 'node_modules/@fontsource-variable';
const FOLDER = 'app/fonts';

/** Each family in the weights, and for headings in the optical sizes, that the styles use. */
const FAMILIES = [
  { family: 'bricolage-grotesque', cut: 'opsz', axes: { wght: { min: 500, max: 680 }, opsz: { min: 12, max: 61 } } },
  { family: 'atkinson-hyperlegible-next', cut: 'wght', axes: { wght: { min: 400, max: 700 } } },
] as const;

/** Kerning and joined marks, and the figures of tables; not the alternates that no style asks for. */
const FEATURES = 'calt ccmp clig kern liga lnum locl mark mkmk rlig tnum'.split(' ');

const between = (first: number, last: number) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, at) => first + at));

/** What a page in French is written with. A font has no use for what it cannot draw: some arrows. */
const FRENCH = `${between(0x20, 0x7e)}ÀÂÆÇÈÉÊËÎÏÔÙÛÜŸŒàâæçèéêëîïôùûüÿœ«»°²·×€’‘“”…–—−←↑→↓\u00A0\u2009\u2011\u202F`;
/** The subsets of the packages: their own style sheets give these ranges. */
const REST_OF_LATIN = `${between(0xa0, 0xff)}ıˆ˚˜${between(0x2000, 0x206f)}™∕`;
const EXTENDED_LATIN = `${between(0x100, 0x2ff)}${between(0x1e00, 0x1eff)}${between(0x20a0, 0x20c0)}${between(0x2c60, 0x2c7f)}`;

const without = (text: string, taken: string) => [...text].filter((character) => !taken.includes(character)).join('');

/** The first is always loaded, the others where a name needs them. */
const FILES = [
  { name: 'french', subset: 'latin', text: FRENCH },
  { name: 'latin', subset: 'latin', text: without(REST_OF_LATIN, FRENCH) },
  { name: 'latin-ext', subset: 'latin-ext', text: without(EXTENDED_LATIN, FRENCH) },
];

const FORMATTED_WIDTH = 100;
const others = FILES.slice(1);

const hexadecimal = (code = 0) => code.toString(16).toUpperCase();

/** As `unicode-range` writes it, and as the formatter of the project breaks it. */
function rangesOf(text: string): string {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0).toSorted((a, b) => a - b);
  const starts = codes.filter((code) => !codes.includes(code - 1));
  const ends = codes.filter((code) => !codes.includes(code + 1));
  const ranges = starts
    .map((start, at) => `U+${hexadecimal(start)}${ends[at] === start ? '' : `-${hexadecimal(ends[at])}`}`)
    .join(', ');
  return ranges.length < FORMATTED_WIDTH ? ` ${ranges}` : `\n    ${ranges}`;
}

const fontFace = (family: string, weight: string, { name, text }: (typeof FILES)[number]) => `@font-face {
  font-family: "${family} others";
  src: url("./${family}-${name}.woff2") format("woff2");
  font-display: swap;
  font-weight: ${weight};
  unicode-range:${rangesOf(text)};
}
`;

const styleSheet = () =>
  FAMILIES.flatMap(({ family, axes: { wght } }) =>
    others.map((file) => fontFace(family, `${wght.min} ${wght.max}`, file)),
  ).join('\n');

const packaged = (family: string, file: string) => readFileSync(path.join(process.cwd(), PACKAGES, family, file));

/** Path → content. Same packages, same bytes. The licence asks that its text go with each copy. */
export async function buildFontFiles(): Promise<Record<string, Buffer>> {
  const built: Record<string, Buffer> = { [`${FOLDER}/other-letters.css`]: Buffer.from(styleSheet()) };
  for (const { family, cut, axes } of FAMILIES) {
    built[`${FOLDER}/${family}-OFL.txt`] = packaged(family, 'LICENSE');
    for (const { name, subset, text } of FILES) {
      built[`${FOLDER}/${family}-${name}.woff2`] = await subsetFont(
        packaged(family, `files/${family}-${subset}-${cut}-normal.woff2`),
        text,
        { targetFormat: 'woff2', keepFeatures: FEATURES, variationAxes: axes },
      );
    }
  }
  return built;
}
