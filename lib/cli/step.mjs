// Built-ins only: the installer reads this before anything is installed.

/** A step that lasts longer says what it does. */
const SILENT_FOR_MS = 1_200;

const seconds = (ms) => `${(ms / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} s`;

export const say = (sentence) => process.stdout.write(`${sentence}\n`);

/** Runs one step of the preparation; a long one is announced in French, then closed with what it took. */
export async function step(label, run) {
  const began = Date.now();
  let announced = false;
  const timer = setTimeout(() => {
    announced = true;
    say(`${label}…`);
  }, SILENT_FOR_MS);
  try {
    const result = await run();
    if (announced) say(`${label} : fait en ${seconds(Date.now() - began)}.`);
    return result;
  } finally {
    clearTimeout(timer);
  }
}
