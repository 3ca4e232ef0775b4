/** Control and direction marks would let one text pass for another, turn what stands beside it, or hide in it. */
export const INVISIBLE = /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/u;
