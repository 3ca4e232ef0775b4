import fc from 'fast-check';
import { CHOICE_KEYS, type ChoiceKey, choicesOf, toUrlValue, YES_KEYS, type YesKey } from '@/lib/directory/filter';
import { laureates, type PlainFilter } from './naive-directory';

const pick = (values: string[]) => fc.subarray([...new Set(values)], { maxLength: 3 });

const yes = Object.fromEntries(
  YES_KEYS.map((key) => [key, fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true))]),
) as Record<YesKey, fc.Arbitrary<boolean>>;

const choices = Object.fromEntries(CHOICE_KEYS.map((key) => [key, pick(choicesOf(key).map(toUrlValue))])) as Record<
  ChoiceKey,
  fc.Arbitrary<string[]>
>;

export type Place = { code: string; longitude: number; latitude: number };

export const randomFilter = (regionSlugs: string[], centres: Place[]): fc.Arbitrary<PlainFilter> =>
  fc.record<PlainFilter>({
    ...yes,
    ...choices,
    region: fc.oneof(fc.constant<string[]>([]), pick(regionSlugs)),
    departement: fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      pick(laureates.map(({ department }) => department)),
    ),
    vague: pick(laureates.map(({ wave }) => wave)),
    near: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      fc
        .record({ centre: fc.constantFrom(...centres), radiusKm: fc.integer({ min: 10, max: 100 }) })
        .map(({ centre, radiusKm }) => ({ ...centre, radiusKm })),
    ),
    zone: fc.oneof(
      { weight: 3, arbitrary: fc.constant(null) },
      fc
        .tuple(
          fc.integer({ min: -50, max: 80 }),
          fc.integer({ min: 420, max: 500 }),
          fc.integer({ min: 1, max: 80 }),
          fc.integer({ min: 1, max: 80 }),
        )
        .map(([west, south, width, height]): PlainFilter['zone'] => [
          west / 10,
          south / 10,
          (west + width) / 10,
          (south + height) / 10,
        ]),
    ),
  });
