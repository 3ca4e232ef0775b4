/** `publishedOn` is `YYYY-MM-DD`. */
export type RecordSource = { url: string; title: string; publishedOn: string | null };
