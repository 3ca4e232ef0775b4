import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from './start-error';
import { say } from './step.mjs';

const PATIENT_FOR_MS = 60_000;
const BETWEEN_TRIES_MS = 1_000;
const BETWEEN_LATE_TRIES_MS = 10_000;

/** `trouble` is what one meets, in a few words; the message says it whole, once one waits no more. */
export class PassingTrouble extends StartError {
  override name = 'PassingTrouble';
  readonly trouble: string;
  constructor(trouble: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.trouble = trouble;
  }
}

/** After a minute `whenOverdue` throws, or the tries go on, further apart. The signal ends them at once. */
export async function patiently<Result>(
  attempt: () => Promise<Result>,
  signal: AbortSignal,
  whenOverdue: (trouble: PassingTrouble) => void = (trouble) => {
    throw trouble;
  },
): Promise<Result> {
  const deadline = performance.now() + PATIENT_FOR_MS;
  let isOverdue = false;
  let told = '';
  while (true) {
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof PassingTrouble)) throw error;
      if (!isOverdue && performance.now() > deadline) {
        isOverdue = true;
        whenOverdue(error);
      } else if (error.trouble !== told) {
        say(`${error.trouble} : nouveaux essais…`);
      }
      told = error.trouble;
    }
    await sleep(isOverdue ? BETWEEN_LATE_TRIES_MS : BETWEEN_TRIES_MS, undefined, { signal });
  }
}
