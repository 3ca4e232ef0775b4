import fc from 'fast-check';
import { nastyPairs } from './nasty';

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map(encodeURIComponent);
const degrees = fc.double({ min: -5, max: 55, noNaN: true }).map((value) => value.toFixed(4));
const several = fc.subarray(['bretagne', 'corse', 'grand-est', 'la-reunion', 'normandie', 'occitanie'], {
  minLength: 2,
});

/** What a robot that follows whatever it finds, or one that means harm, may ask for. */
export const oddAddress = fc.oneof(
  word.map((text) => `/fabriques?q=${text}`),
  fc.tuple(degrees, degrees, degrees, degrees).map((box) => `/fabriques?zone=${box.join(',')}`),
  fc.tuple(fc.integer({ min: 1, max: 200 }), fc.nat(400)).map(([km, at]) => `/fabriques?pres-de=593${at}&rayon=${km}`),
  fc.tuple(several, fc.nat(40)).map(([slugs, page]) => `/fabriques?region=${slugs.join('&region=')}&page=${page}`),
  fc.tuple(word, word).map(([name, value]) => `/fabriques?${name}=${value}&utm_source=${value}`),
  nastyPairs.map(
    (pairs) => `/fabriques?${new URLSearchParams(pairs.map(([key, text]) => [key, text.toWellFormed()]))}`,
  ),
  fc.tuple(word, word).map(([name, value]) => `/regions?${name}=${value}`),
  word.map((text) => `/fabriques/${text}`),
  word.map((text) => `/?lieu=${text}`),
  word.map((text) => `/${text}/${text}`),
);
