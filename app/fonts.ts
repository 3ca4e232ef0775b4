import localFont from 'next/font/local';

/*
 * Instances of the typefaces, made by lib/cli/font-instances.ts: the letters of French, in the weights and sizes of the
 * styles. What stands in for them until they are there, and other letters, come after them in styles/theme.css.
 */

export const bricolage = localFont({
  src: './fonts/bricolage-grotesque-french.woff2',
  variable: '--font-bricolage',
  weight: '500 680',
  display: 'swap',
  adjustFontFallback: false,
});

export const atkinson = localFont({
  src: './fonts/atkinson-hyperlegible-next-french.woff2',
  variable: '--font-atkinson',
  weight: '400 700',
  display: 'swap',
  adjustFontFallback: false,
});
