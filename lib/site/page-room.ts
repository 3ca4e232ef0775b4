/** `record` and `list`: of fabriques and of the further pages of lists, which are many; `odd`: of searches, boxes and the like, which have no end. */
export type PublicRoom = 'plain' | 'record' | 'list' | 'odd';

export type PublicPage = {
  /** Path and query, with the parameters that the page reads alone and in one order. */
  target: string;
  /** What the page prints of its address. */
  canonical: string;
  /** Where it is kept; null for a page that is made anew each time. */
  room: PublicRoom | null;
  /** Of an address whose shape alone is known. Asked when the page is made, and throws what the database does. */
  isKnown?: () => Promise<boolean>;
};
