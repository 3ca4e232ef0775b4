import { FORM_TOO_LARGE } from '@/lib/form-size';
import { plainPage } from './plain-page';

/** The fields of the framework, the key and what a page never shows again. */
const NOT_SHOWN = /^[$_]|password|^code$/i;

/** What was typed in a form, in the order of its fields; nothing when the body is no form that can be read. */
export async function typedTexts(body: Buffer<ArrayBuffer>, contentType: string): Promise<string[]> {
  const data = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => null);
  return [...(data ?? [])].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' && !NOT_SHOWN.test(name) ? [value] : [],
  );
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

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
