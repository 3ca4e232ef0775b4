/** What a structure rests on. Date `YYYY-MM-DD`, null when the source gives none. */
export type RecordSource = { url: string; title: string; publishedOn: string | null };
