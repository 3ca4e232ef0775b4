/** Without the punctuation of the sentence that it stands in. */
const ADDRESS = String.raw`(https?://[^\s;,)]+)`;

// « kind perhaps » and « left blank » are doubts of the editor, not sources.
const LABEL_PAGE = new RegExp(`\\bkind(?: from(?: project name and)?|:) ${ADDRESS}`);
const LABEL_FROM_NAME = /\bkind from project name\b/;
const TERRITORY_PAGES = new RegExp(`\\b(?:qpv:|territory:|QPV matched from) ${ADDRESS}`, 'g');

type NotedGrounds = {
  /** Null when it is the page that names the laureate. */
  labelPage: string | null;
  isLabelFromName: boolean;
  territoryPages: string[];
};

/** The note itself is never shown. */
export const readNotedGrounds = (note: string | null): NotedGrounds => ({
  labelPage: LABEL_PAGE.exec(note ?? '')?.[1] ?? null,
  isLabelFromName: LABEL_FROM_NAME.test(note ?? ''),
  territoryPages: [...new Set([...(note ?? '').matchAll(TERRITORY_PAGES)].flatMap(([, page]) => page ?? []))],
});
