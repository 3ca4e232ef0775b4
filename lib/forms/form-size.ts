/**
 * What a form may weigh on its way, in bytes: a hundred times the longest record. Next refuses a little more
 * (next.config.ts), with a page of its own: this site speaks first.
 */
export const MOST_FORM_BYTES = 1_000_000;

/** What surrounds each value on its way, besides its name. */
const AROUND_BYTES = 120;

/** About what a form weighs once it is sent, in bytes. Files count for nothing: no form has any. */
export function formBytes(data: FormData): number {
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const [name, value] of data) {
    bytes += AROUND_BYTES + encoder.encode(name).byteLength;
    if (typeof value === 'string') bytes += encoder.encode(value).byteLength;
  }
  return bytes;
}
