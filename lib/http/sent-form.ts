import { isSecret } from '@/lib/form-state';

/** The texts of a form as they were sent, in the order of its fields. */
export type SentFields = readonly (readonly [name: string, value: string])[];

/** The hidden fields of the framework and of the site, and the buttons: nobody typed them. */
const NOT_TYPED =
  /^[$_]|^(?:id|(?:batch|entry|link|structure|user|wave)Id|geocoded|intention|suite|target|token|version|view)$|^v\d+-id$/;

/** Reads a form as a browser posts it, without its files; nothing when the body is no form that can be read. */
export async function readSentForm(body: Buffer<ArrayBuffer>, contentType: string): Promise<SentFields> {
  const data = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => null);
  return [...(data ?? [])].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
}

/** What was typed in a form, passwords and codes left out. */
export const typedTexts = (fields: SentFields): string[] =>
  fields.flatMap(([name, value]) => (value.trim() !== '' && !NOT_TYPED.test(name) && !isSecret(name) ? [value] : []));

/** As text or as the value of an attribute. In pieces: V8 makes a replaced text of as many links as it has replacements. */
export const escaped = (text: string): string =>
  (text.match(/[\s\S]{1,65536}/gu) ?? [])
    .map((piece) =>
      Buffer.from(piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')).toString(),
    )
    .join('');

/** Shows what was typed, field after field, where it can be copied from. */
export const givenBack = (texts: readonly string[], rows: number): string =>
  `<p><label for="saisie">Ce que vous aviez saisi</label></p>
<textarea id="saisie" rows="${rows}" readonly>
${escaped(texts.join('\n\n'))}</textarea>`;
