/** The address that follows, without the punctuation of the sentence it stands in. */
const ADDRESS = String.raw`(https?://[^\s;,)]+)`;

// « kind perhaps » and « left blank » are doubts of the editor, not sources.
const LABEL_PAGE = new RegExp(`\\bkind(?: from(?: project name and)?|:) ${ADDRESS}`);
const LABEL_FROM_NAME = /\bkind from project name\b/;
const TERRITORY_PAGES = new RegExp(`\\b(?:qpv:|territory:|QPV matched from) ${ADDRESS}`, 'g');

/** What a note of the editor names as the grounds of the label and of the territory. */
export type NotedGrounds = {
  /** The page that gives the label, when it is another than the one that names the laureate. */
  labelPage: string | null;
  isLabelFromName: boolean;
  /** The pages that give the territory or the name of its quarter, each once. */
  territoryPages: string[];
};

/** Reads the grounds out of a note, which itself is never shown: only the pages that it names are facts of the data. */
export const readNotedGrounds = (note: string | null): NotedGrounds => ({
  labelPage: LABEL_PAGE.exec(note ?? '')?.[1] ?? null,
  isLabelFromName: LABEL_FROM_NAME.test(note ?? ''),
  territoryPages: [...new Set([...(note ?? '').matchAll(TERRITORY_PAGES)].flatMap(([, page]) => page ?? []))],
});
