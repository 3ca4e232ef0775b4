/** A hundred times the longest record. Next refuses a little more (next.config.ts): this site speaks first. */
export const MOST_FORM_BYTES = 1_000_000;

const AROUND_EACH_VALUE_BYTES = 120;

export function formBytes(data: FormData): number {
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const [name, value] of data) {
    bytes += AROUND_EACH_VALUE_BYTES + encoder.encode(name).byteLength;
    if (typeof value === 'string') bytes += encoder.encode(value).byteLength;
  }
  return bytes;
}
