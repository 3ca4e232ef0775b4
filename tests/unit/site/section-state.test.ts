import { expect, it } from 'vitest';
import { sectionState } from '@/components/site/section-state';
import { PAGES } from '@/lib/site/pages';

const current = (path: string) =>
  PAGES.filter(({ isInMenu }) => isInMenu).flatMap(({ href }) => {
    const state = sectionState(href, path);
    return state ? [`${href} ${state}`] : [];
  });

it('the navigation marks the section of the page, and the page itself as such', () => {
  expect(current('/fabriques')).toEqual(['/fabriques page']);
  expect(current('/fabriques/la-condition-publique-roubaix')).toEqual(['/fabriques true']);
  expect(current('/vagues/vague-1/hauts-de-france')).toEqual(['/vagues true']);
});

it('départements stand under the régions', () => {
  expect(current('/departements/59')).toEqual(['/regions true']);
});

it('no section is marked where none holds the page', () => {
  expect(current('/')).toEqual([]);
  expect(current('/fabriques-numeriques')).toEqual([]);
  expect(current('/mentions-legales')).toEqual([]);
});
