import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, test } from 'vitest';
import { forgetWhereAborted } from '@/lib/undocumented/abort-reasons';

const { abort } = AbortController.prototype;
afterEach(() => {
  AbortController.prototype.abort = abort;
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Aborts a signal from a method of an object, as Next does from a `setImmediate`, and lets go of the object. */
function abortFromObject() {
  const controller = new AbortController();
  const page = {
    end() {
      controller.abort(new Error('the page is finished'));
    },
  };
  page.end();
  return { signal: controller.signal, page: new WeakRef(page) };
}

const keepSignal = async () => {
  const { signal, page } = abortFromObject();
  // A weak reference that was just made holds until the end of the turn.
  await new Promise((resolve) => setTimeout(resolve));
  collectGarbage();
  return { isKept: page.deref() !== undefined, reason: signal.reason as Error };
};

test('a signal that is kept does not keep what aborted it', async () => {
  forgetWhereAborted();
  const { isKept, reason } = await keepSignal();
  expect(isKept).toBe(false);
  expect(reason.message).toBe('the page is finished');
  expect(reason.stack).toContain('abort-reasons.test');
});

test('a signal is aborted with any reason, or none, as before', () => {
  forgetWhereAborted();
  for (const reason of ['text', null, 7]) {
    const controller = new AbortController();
    controller.abort(reason);
    expect(controller.signal.reason).toBe(reason);
  }
  const controller = new AbortController();
  controller.abort();
  expect(controller.signal.reason).toMatchObject({ name: 'AbortError' });
});
