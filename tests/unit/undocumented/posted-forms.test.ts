import { createRequire } from 'node:module';
import { createElement, useActionState } from 'react';
import { prerender } from 'react-dom/static';
import { expect, it } from 'vitest';
import { freshForm } from '@/lib/forms/form-state';
import { actionOfForm } from '@/lib/forms/page-form';
import { isActionField, isStateField } from '@/lib/undocumented/posted-forms';

type State = ReturnType<typeof freshForm>;
type Called = (state: State, data: FormData) => Promise<State>;
/** What the pages of Next write forms with. */
const react: {
  encodeReply: (values: unknown[]) => Promise<FormData>;
  createServerReference: (name: string, call: Called) => Called;
} = createRequire(import.meta.url)('next/dist/compiled/react-server-dom-turbopack/client.node');

const ACTION = '7f0c4b0d3f2a';
const STATE: State = { ...freshForm({ name: ['$1', 'La Halle'] }), result: undefined };

it.each([[undefined], [STATE]])(
  'a form that React sends from a live page, with the state %j, is one of this site',
  async (state) => {
    const form = new FormData();
    form.append('name', '$1');
    const sent = [...(await react.encodeReply([state, form]))].map(([name, value]) => [name, String(value)] as const);
    expect(sent).toContainEqual(['_1_name', '$1']);
    expect(actionOfForm(sent, ACTION)).toBe(ACTION);
  },
);

it('a form that React writes for a page without JavaScript is one of this site', async () => {
  const send = react.createServerReference(ACTION, async (state) => state);
  const Form = () => createElement('form', { action: useActionState(send, STATE)[1] });
  const page = await new Response((await prerender(createElement(Form))).prelude).text();
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')] as const,
  );
  expect(actionOfForm(fields, undefined)).toBe(ACTION);
  expect(fields.every(([name]) => isActionField(name))).toBe(true);
  expect(fields.filter(([name]) => isStateField(name))).toHaveLength(1);
});
