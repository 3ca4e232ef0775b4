import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ACTION_HEADER as HEADER_OF_NEXT } from 'next/dist/client/components/app-router-headers.js';
import { expect, it } from 'vitest';
import { ACTION_HEADER, ERROR_TEXT_TYPE } from '@/lib/undocumented/live-actions';

it('a live page names its action, and reads why nobody answered, as Next has it', () => {
  expect(ACTION_HEADER).toBe(HEADER_OF_NEXT);
  const reducer = 'next/dist/client/components/router-reducer/reducers/server-action-reducer.js';
  expect(readFileSync(createRequire(import.meta.url).resolve(reducer), 'utf8')).toContain(
    `res.status >= 400 && contentType === '${ERROR_TEXT_TYPE}' ? await res.text()`,
  );
});
