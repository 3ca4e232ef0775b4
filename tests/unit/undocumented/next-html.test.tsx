import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Suspense, use } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, it } from 'vitest';
import {
  failedHalfWay,
  needsScripts,
  scriptsBearing,
  withoutHydrationMarks,
  withoutNonce,
  withoutScripts,
} from '@/lib/undocumented/next-html';

const NONCE = 'a+/b==';

/** As React writes it, whether or not all of it was ready when its first byte left. */
async function write(page: React.ReactNode, leaves: 'onAllReady' | 'onShellReady' = 'onAllReady'): Promise<string> {
  const written = new PassThrough();
  const stream = renderToPipeableStream(<main>{page}</main>, {
    nonce: NONCE,
    bootstrapScriptContent: 'begin()',
    bootstrapScripts: ['/framework.js'],
    [leaves]: () => stream.pipe(written),
    onError: () => {},
  });
  return text(written);
}

function Late({ answer }: { answer: Promise<string> }) {
  return <p>{use(answer)}</p>;
}

const soon = () => new Promise<string>((resolve) => setTimeout(resolve, 20, 'enfin'));

it('what React adds to make a page live bears the nonce, and is taken out with it', async () => {
  const html = await write(<p>Il y a {3} fabriques</p>);
  expect(scriptsBearing(html, NONCE).map(({ src, text: said }) => src ?? said)).toEqual(['begin()', '/framework.js']);
  expect(withoutHydrationMarks(withoutScripts(html, NONCE, () => true))).toBe('<main><p>Il y a 3 fabriques</p></main>');
  expect(withoutNonce(html, NONCE)).not.toContain('nonce');
});

it('a page that was ready as a whole needs no script, one that was not does', async () => {
  const late = (
    <Suspense fallback="…">
      <Late answer={soon()} />
    </Suspense>
  );
  expect(needsScripts(await write(late, 'onShellReady'))).toBe(true);
  const ready = (
    <Suspense fallback="…">
      <p>Prêt</p>
    </Suspense>
  );
  expect(needsScripts(await write(ready))).toBe(false);
});

it('a part that failed leaves its trace, and one that did not leaves none', async () => {
  const failed = Promise.reject(new Error('rien'));
  const html = await write(
    <Suspense fallback="…">
      <Late answer={failed} />
    </Suspense>,
  );
  expect(failedHalfWay(html)).toBe(true);
  expect(failedHalfWay(await write(<p>{'<!--$!--> 1:E{'}</p>))).toBe(false);
});
