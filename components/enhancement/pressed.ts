/** Listens once for the whole page, so that what React writes anew is heard too. */
export function onPressed(attribute: string, act: (pressed: Element, value: string) => void): void {
  document.addEventListener('click', ({ target }) => {
    const pressed = target instanceof Element ? target.closest(`[${attribute}]`) : null;
    if (pressed) act(pressed, pressed.getAttribute(attribute) ?? '');
  });
}

/** Spoken too: the status stands beside what was pressed. */
export function sayBeside(pressed: Element, sentence: string): void {
  const status = pressed.parentElement?.querySelector('[role=status]');
  if (status) status.textContent = sentence;
}
