/** Focus goes back to the button of a menu that held it. */
export function closeOnEscape(): void {
  document.addEventListener('keydown', ({ key }) => {
    const menu = document.querySelector<HTMLDetailsElement>('details[data-close-on-escape][open]');
    if (key !== 'Escape' || !menu) return;
    const held = menu.contains(document.activeElement);
    menu.open = false;
    if (held) menu.querySelector('summary')?.focus();
  });
}
