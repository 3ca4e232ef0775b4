import { isSecret } from './form-state';

export type SentFields = readonly (readonly [name: string, value: string])[];

/** The hidden fields of the framework and of the site, and the buttons: nobody typed them. */
const NOT_TYPED =
  /^[$_]|^(?:id|(?:batch|entry|link|structure|user|wave)Id|geocoded|intention|suite|target|token|version|view)$|^v\d+-id$/;

/** Null for what is no form, is cut, or holds a file, which no page asks for. */
export async function readSentForm(body: Buffer<ArrayBuffer>, contentType: string): Promise<SentFields | null> {
  // « a&a&a… » would be millions of fields.
  if (!/^multipart\/form-data;/i.test(contentType)) return null;
  const data = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => null);
  const fields: (readonly [string, string])[] = [];
  for (const [name, value] of data ?? []) {
    if (typeof value !== 'string') return null;
    fields.push([name, value]);
  }
  return fields.length > 0 ? fields : null;
}

/** Whoever reads it next, by rules of their own, finds in it what was read here and nothing else. */
export async function writeForm(fields: SentFields): Promise<{ body: Buffer; contentType: string }> {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  const written = new Response(data);
  return { body: Buffer.from(await written.arrayBuffer()), contentType: written.headers.get('content-type') ?? '' };
}

export const typedTexts = (fields: SentFields): string[] =>
  fields.flatMap(([name, value]) => (value.trim() !== '' && !NOT_TYPED.test(name) && !isSecret(name) ? [value] : []));

/** In pieces: V8 makes a replaced text of as many links as it has replacements. */
export const escaped = (text: string): string =>
  (text.match(/[\s\S]{1,65536}/gu) ?? [])
    .map((piece) =>
      Buffer.from(piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')).toString(),
    )
    .join('');

export const givenBack = (texts: readonly string[], rows: number): string =>
  texts.length === 0
    ? ''
    : `<p><label for="saisie">Ce que vous aviez saisi</label></p>
<textarea id="saisie" rows="${rows}" readonly>
${escaped(texts.join('\n\n'))}</textarea>`;
