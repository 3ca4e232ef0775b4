export type FormFields = [name: string, value: string][];

const plain = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** React writes every attribute between double quotes, and no sign in it that could end the tag. */
const attributeOf = (attributes: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? null : plain(found);
};

/** The first option stands chosen when none is marked. */
function chosenOption(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>([^<]*)/g)];
  const [, attributes = '', words = ''] = all.find(([, marks]) => / selected=/.test(marks ?? '')) ?? all[0] ?? [];
  return attributeOf(attributes, 'value') ?? plain(words);
}

const isSent = (attributes: string): boolean => {
  const type = attributeOf(attributes, 'type');
  if (type === 'radio' || type === 'checkbox') return attributeOf(attributes, 'checked') !== null;
  return type !== 'submit' && type !== 'button' && type !== 'file';
};

/**
 * What a browser without JavaScript would send of a form as React wrote it, buttons left out: which one is pressed is
 * the caller's to say. Throws when the page has no such form.
 */
export function formFields(html: string, formId: string): FormFields {
  const form = new RegExp(`<form\\b[^>]* id="${formId}"[\\s\\S]*?</form>`).exec(html)?.[0];
  if (form === undefined) throw new Error(`The page has no form « ${formId} »: ${html.slice(0, 300)}`);
  const controls = form.matchAll(
    /<input\b([^>]*)>|<textarea\b([^>]*)>([^<]*)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>/g,
  );
  const fields: FormFields = [];
  for (const [, input, textArea, text = '', select, options = ''] of controls) {
    const attributes = input ?? textArea ?? select ?? '';
    const name = attributeOf(attributes, 'name');
    if (name === null || attributeOf(attributes, 'disabled') !== null) continue;
    if (textArea !== undefined) fields.push([name, plain(text).replace(/^\n/, '')]);
    else if (select !== undefined) fields.push([name, chosenOption(options)]);
    else if (isSent(attributes)) fields.push([name, attributeOf(attributes, 'value') ?? valueByDefault(attributes)]);
  }
  return fields;
}

/** A ticked box without a value says « on »; an empty field says nothing. */
function valueByDefault(attributes: string): string {
  const type = attributeOf(attributes, 'type');
  return type === 'checkbox' || type === 'radio' ? 'on' : '';
}

/** The value of a field that the form cannot do without. */
export function fieldOf(fields: FormFields, name: string): string {
  const found = fields.find(([own]) => own === name);
  if (!found) throw new Error(`The form has no field « ${name} »`);
  return found[1];
}

/** The same fields, some of them typed over or added. */
export const typedOver = (fields: FormFields, typed: Readonly<Record<string, string>>): FormFields => [
  ...fields.filter(([name]) => !(name in typed)),
  ...Object.entries(typed),
];
