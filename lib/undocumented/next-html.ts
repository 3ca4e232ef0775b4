const escapePattern = (text: string) => text.replace(/[^\w]/g, String.raw`\$&`);

/** Of elements that Next and React wrote: an injected one cannot know the nonce of its own answer. */
const bearing = (nonce: string) => String.raw`[^<>]*\snonce="${escapePattern(nonce)}"[^<>]*`;

export type Script = {
  whole: string;
  /** Null for a script written in the page. */
  src: string | null;
  text: string;
};

const scriptsOf = (nonce: string) => new RegExp(`<script${bearing(nonce)}>([^]*?)</script>`, 'g');
const toScript = (whole: string, text: string): Script => ({
  whole,
  src: /\ssrc="([^"]*)"/.exec(whole)?.[1] ?? null,
  text,
});

export const scriptsBearing = (html: string, nonce: string): Script[] =>
  [...html.matchAll(scriptsOf(nonce))].map(([whole, text = '']) => toScript(whole, text));

export const withoutScripts = (html: string, nonce: string, isLeftOut: (script: Script) => boolean): string =>
  html
    .replace(scriptsOf(nonce), (whole: string, text: string) => (isLeftOut(toScript(whole, text)) ? '' : whole))
    .replace(new RegExp(`<link(?=[^<>]*\\sas="script")${bearing(nonce)}>`, 'g'), '');

/** Of attributes, of the `Link` header, of what React writes for its own scripts, quoted once or twice. */
export function withoutNonce(text: string, nonce: string): string {
  const value = escapePattern(nonce);
  return text
    .replace(new RegExp(String.raw`;? nonce="${value}"`, 'g'), '')
    .replace(new RegExp(String.raw`,\\?"nonce\\?":\\?"${value}\\?"`, 'g'), '')
    .replace(new RegExp(String.raw`\\?"nonce\\?":\\?"${value}\\?",?`, 'g'), '')
    .replaceAll(nonce, '');
}

/** By these marks React finds again, in the browser, what it wrote on the server. */
const HYDRATION_MARKS = /<!-- -->|<!--\/?\$-->/g;
export const withoutHydrationMarks = (html: string): string => html.replace(HYDRATION_MARKS, '');

/** Something was not ready in time, and a script puts it in its place when it comes. */
export const needsScripts = (html: string): boolean => /<!--\$\?-->|<template id="[BP]:|<div hidden id="S:/.test(html);

/** What failed after the first byte was sent as a 200. `answer`: a page, or what the live pages are given of one. */
export const failedHalfWay = (answer: string): boolean =>
  /<!--\$!-->|<template data-dgst=|id="__next_error__"/.test(answer) || /(^|\\n|\n|")[0-9a-f]+:E\{/.test(answer);
