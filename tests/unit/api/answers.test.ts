import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_ANSWERS } from '@/lib/api/answers';
import { FACETS, FILTERS } from '@/lib/directory/filter';
import { PROBLEM } from '@/lib/http/problem';
import { STRUCTURE_FIELDS } from '@/lib/structures/fields';
import { PUBLIC_FACTS } from '@/lib/structures/record';

const describedIn = (shape: z.ZodType) =>
  Object.entries(z.toJSONSchema(shape).properties ?? {}).map(([name, property]) => [
    name,
    typeof property === 'object' && property.description,
  ]);

describe('the shape of an answer of the API', () => {
  it.each(Object.entries({ ...API_ANSWERS, problem: PROBLEM }))('can be written as JSON Schema: %s', (_, shape) => {
    expect(z.toJSONSchema(shape)).toHaveProperty('$schema');
  });

  it('has each public fact of a structure, described as the table of fields does', () => {
    expect(describedIn(API_ANSWERS['/api/v1/structures/[slug]'])).toEqual(
      expect.arrayContaining(PUBLIC_FACTS.map((name) => [name, STRUCTURE_FIELDS[name].description])),
    );
  });

  it('has each facet, described as the table of filters does', () => {
    expect(describedIn(API_ANSWERS['/api/v1/facettes'])).toEqual(
      expect.arrayContaining(FACETS.map((key) => [key, FILTERS[key].description])),
    );
  });
});
