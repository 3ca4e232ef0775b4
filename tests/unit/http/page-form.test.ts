import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshForm } from '@/lib/forms/form-state';
import { actionOfForm } from '@/lib/forms/page-form';
import type { SentFields } from '@/lib/forms/sent-form';

const ACTION = '7f0c4b0d3f2a';
const TYPED: SentFields = [['email', 'a@exemple.fr']];
const live = (argument: string, ...others: SentFields): SentFields => [
  ...TYPED.map(([name, value]) => [`_1_${name}`, value] as const),
  ...others,
  ['0', argument],
];
const plain = (state: string, ...others: SentFields): SentFields => [
  ['$ACTION_REF_1', ''],
  ['$ACTION_1:0', '{"id":"00ab","bound":"$@1"}'],
  ['$ACTION_1:1', state],
  ['$ACTION_KEY', 'k0c1'],
  ...TYPED,
  ...others,
];

/** As React writes them: a text that begins with its sign has it twice, and nothing is « $undefined ». */
const written = (state: unknown) =>
  JSON.stringify(state, (_, value: unknown) => {
    if (value === undefined) return '$undefined';
    return typeof value === 'string' && value.startsWith('$') ? `$${value}` : value;
  });

const states = fc.oneof(
  fc.constantFrom(null, undefined),
  fc
    .dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      fc.array(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `$${text}`),
        ),
      ),
    )
    .map((values) => ({ ...freshForm(values), isDoubtful: undefined })),
);

const nested = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);
const ORDERS = [
  '$1',
  '$1:a',
  '$@0',
  '$K2',
  `$n${'9'.repeat(900)}`,
  '$Q1',
  '$W1',
  '$i1',
  '$F1',
  '$T',
  '$B1',
  '$D2020',
  '$-0',
  '$NaN',
];

const FORM_ONLY = '["$undefined","$K1"]';

const NO_STATES = [
  '',
  '1',
  '"texte"',
  '[]',
  'true',
  '{"status":"fresh","autre":1}',
  '{"__proto__":{"status":"done"}}',
  '{"values":{"__proto__":["a"]}}',
  `{"values":${nested(10_000)}}`,
  `{"values":${nested(10_000, '{"a":', '}').replace('{"a":}', '{}')}}`,
  `{"values":[${'{},'.repeat(300_000)}{}]}`,
  `{"values":[${'1,'.repeat(300_000)}1]}`,
  `{"values":"${'a'.repeat(900_000)}`,
  `[${'{},'.repeat(300_000)}{}]`,
  ...ORDERS.flatMap((order) => [`"${order}"`, `{"message":"${order}"}`, `{"values":{"a":["${order}"]}}`]),
];

describe('a form handed to Next', () => {
  it('is what a page sends: its action, a state that it was given, and what was typed', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(actionOfForm(live(written([state, '']).replace(/""\]$/, '"$K1"]')), ACTION)).toBe(ACTION);
        expect(actionOfForm(plain(written([state])), undefined)).toBe('00ab');
      }),
    );
    expect(actionOfForm(live('["$undefined","$K1"]'), ACTION)).toBe(ACTION);
  });

  it.each(NO_STATES.map((state) => [state.slice(0, 60), state]))(
    'never holds %s in the place of a state',
    (_, state) => {
      expect(actionOfForm(live(`[${state},"$K1"]`), ACTION)).toBeNull();
      expect(actionOfForm(plain(`[${state}]`), undefined)).toBeNull();
    },
  );

  it.each([
    '',
    '[]',
    '"$K1"',
    '["$K1"]',
    '["$undefined","$K2"]',
    '["$undefined","$K1","$K1"]',
    '["$undefined"]',
    '{"0":"$undefined","1":"$K1"}',
    '["$undefined",{"a":"$K1"}]',
  ])('never holds the arguments %s of a live page', (argument) => {
    expect(actionOfForm(live(argument), ACTION)).toBeNull();
  });

  it('never holds a part beside those of its kind, nor one twice', () => {
    for (const name of ['1', '2', 'S1', '_2_email', 'email', '$ACTION_ID_00ab', '0']) {
      expect([name, actionOfForm(live(FORM_ONLY, [name, '[]']), ACTION)]).toEqual([name, null]);
    }
    for (const name of [
      '$ACTION_ID_00ab',
      '$ACTION_1:2',
      '$ACTION_2:0',
      '$ACTION_REF_2',
      '$ACTION_',
      '$ACTION_KEY',
      '$ACTION_1:0',
    ]) {
      expect([name, actionOfForm(plain('["$undefined"]', [name, '']), undefined)]).toEqual([name, null]);
    }
    expect(actionOfForm(live(FORM_ONLY), undefined)).toBeNull();
    expect(actionOfForm(TYPED, undefined)).toBeNull();
    expect(actionOfForm(plain('["$undefined"]'), ACTION)).toBeNull();
  });

  it('never names an action otherwise than by its number, bound to one state', () => {
    for (const reference of [
      '',
      '{}',
      '{"id":"00ab"}',
      '{"id":"00ab","bound":"$@2"}',
      '{"id":"00ab","bound":["$@1"]}',
      '{"id":"../x","bound":"$@1"}',
      `{"id":"${'a'.repeat(900_000)}","bound":"$@1"}`,
    ]) {
      const fields = plain('["$undefined"]').map(
        ([name, value]) => [name, name === '$ACTION_1:0' ? reference : value] as const,
      );
      expect([reference.slice(0, 40), actionOfForm(fields, undefined)]).toEqual([reference.slice(0, 40), null]);
    }
  });
});

describe('the name of an action', () => {
  it.each(['', '__proto__', 'a, a', '00AB', '../x', 'a'.repeat(101)])('is not %j', (name) => {
    expect(actionOfForm(live('["$undefined","$K1"]'), name)).toBeNull();
  });
});
