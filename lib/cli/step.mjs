// Built-ins only: the installer reads this before anything is installed.

/** A step that lasts longer says what it does. */
const SILENT_FOR_MS = 1_200;

const seconds = (ms) => `${(ms / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} s`;

/** Announces the step that is running, once. */
let announceRunning = () => {};

const print = (sentence) => process.stdout.write(`${sentence}\n`);

/** Says a sentence, below the name of the step that it comes from. */
export const say = (sentence) => {
  announceRunning();
  print(sentence);
};

/** Runs one step of the preparation; a long or talkative one is announced in French, then closed with what it took. */
export async function step(label, run) {
  const began = Date.now();
  const announceOuter = announceRunning;
  let announced = false;
  announceRunning = () => {
    if (!announced) print(`${label}…`);
    announced = true;
  };
  const timer = setTimeout(announceRunning, SILENT_FOR_MS);
  try {
    const result = await run();
    if (announced) print(`${label} : fait en ${seconds(Date.now() - began)}.`);
    return result;
  } finally {
    clearTimeout(timer);
    announceRunning = announceOuter;
  }
}
