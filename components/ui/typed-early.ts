/** React writes the saved text over what was typed before it took the page over: until then that is kept here. */
const texts = new WeakMap<HTMLTextAreaElement, string>();

const keep = (area: HTMLTextAreaElement) => {
  if (area.value !== area.defaultValue) texts.set(area, area.value);
};

// On the page itself, when the script of the field arrives.
if (typeof document !== 'undefined') {
  for (const area of document.querySelectorAll('textarea')) keep(area);
  const keepTarget = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) keep(target);
  };
  document.addEventListener('input', keepTarget, { capture: true });
}

export function giveBackTyped(area: HTMLTextAreaElement | null): void {
  const text = area ? texts.get(area) : undefined;
  if (area === null || text === undefined) return;
  area.value = text;
  texts.delete(area);
}

function isChanged(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    return !(options.find((option) => option.defaultSelected) ?? options[0])?.selected;
  }
  if (!(field instanceof HTMLInputElement) || field.type === 'hidden') return false;
  return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

/** Whether a form no longer holds what it came with, as when someone typed before the page was alive. */
export const isTypedIn = (form: HTMLElement | null): boolean =>
  form instanceof HTMLFormElement && [...form.elements].some(isChanged);
