import { findCommuneHere } from '@/components/communes/commune-here';
import { onPressed, sayBeside } from './pressed';

/** `data-around-me` is the address that the code of a commune ends; the position itself is nowhere in it. */
export function aroundMe(): void {
  onPressed('data-around-me', async (button, address) => {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    sayBeside(button, '');
    const answer = await findCommuneHere();
    button.setAttribute('aria-busy', 'false');
    if ('code' in answer) window.location.assign(address + answer.code);
    else sayBeside(button, answer.refusal);
  });
}
