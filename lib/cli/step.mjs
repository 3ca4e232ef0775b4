// Built-ins only: the installer reads this before anything is installed.

const SILENT_FOR_MS = 1_200;

const seconds = (ms) => `${(ms / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} s`;

let announceRunning = () => {};

const print = (sentence) => process.stdout.write(`${sentence}\n`);

export const say = (sentence) => {
  announceRunning();
  print(sentence);
};

/** A long or talkative step is announced, then closed with what it took. */
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
