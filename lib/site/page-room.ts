/** `odd`: of searches, boxes and the like, which have no end; `record`: of fabriques, which are many. */
export type PublicRoom = 'plain' | 'record' | 'odd';

export type PublicPage = {
  /** Path and query, with the parameters that the page reads alone and in one order. */
  target: string;
  /** What the page prints of its address. */
  canonical: string;
  /** Where it is kept; null for a page that is made anew each time. */
  room: PublicRoom | null;
};
