import { onPressed, sayBeside } from './pressed';

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Citation copiée.';
  } catch {
    return 'La copie n’a pas été permise\u00A0: sélectionnez le texte.';
  }
}

/** `data-copy` holds the text. */
export function copying(): void {
  onPressed('data-copy', async (button, text) => sayBeside(button, await copy(text)));
}
