import { FORM_TOO_LARGE } from '@/lib/form-size';
import { isSecret } from '@/lib/form-state';
import { plainPage } from './plain-page';

/** The fields of the framework and of the site, which nobody typed. */
const NOT_TYPED = /^[$_]|^(?:token|geocoded)$/;

/** What was typed in a form, in the order of its fields; nothing when the body is no form that can be read. */
export async function typedTexts(body: Buffer<ArrayBuffer>, contentType: string): Promise<string[]> {
  const data = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => null);
  return [...(data ?? [])].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' && !NOT_TYPED.test(name) && !isSecret(name) ? [value] : [],
  );
}

/** In pieces: V8 makes a replaced text of as many links as it has replacements. */
const escaped = (text: string) =>
  (text.match(/[\s\S]{1,65536}/gu) ?? [])
    .map((piece) => Buffer.from(piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
    .map(String)
    .join('');

/** Says that a form is too large, and gives back what was typed in it: without JavaScript nothing else holds it any more. */
export const largeFormPage = (texts: readonly string[]): string =>
  plainPage({
    title: 'Saisie trop longue',
    heading: FORM_TOO_LARGE,
    content:
      texts.length === 0
        ? '<p>Revenez à la page précédente avec le bouton de votre navigateur.</p>'
        : `<p>Revenez à la page précédente avec le bouton de votre navigateur. Si le formulaire y est vide, copiez d’ici ce que vous aviez saisi, champ après champ.</p>
<p><label for="saisie">Ce que vous aviez saisi</label></p>
<textarea id="saisie" rows="20" style="width: 100%" readonly>
${escaped(texts.join('\n\n'))}</textarea>`,
  });
