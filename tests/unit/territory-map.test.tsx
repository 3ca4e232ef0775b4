import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { territoryView } from '@/components/map/static/territory-layout';
import { TerritoryMap } from '@/components/map/static/territory-map';
import { numberPoints } from '@/components/map/static/territory-numbering';
import { planTerritory } from '@/components/map/static/territory-plan';
import { points } from '@/tests/support/crowded-points';

const REGION = { level: 'region', code: '11' } as const;

describe('the map of a territory', () => {
  const paris = points.filter(({ commune }) => commune === 'Paris');

  it('writes every number of the list once, even in a crowd', () => {
    const html = renderToStaticMarkup(
      <TerritoryMap label="Île-de-France" plan={planTerritory(REGION, paris, 'beside')} />,
    );
    const numbers = [...html.matchAll(/<text class="m-(?:key|inside)[^>]*>(\d+)</g)].map(([, number]) =>
      Number(number),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(paris.map(({ key = 0 }) => key));
  });

  it('puts the numbers inside the symbols only where they find no room beside', () => {
    const view = territoryView(REGION);
    expect(numberPoints(paris, view, 'beside').numbers).toBe('inside');
    expect(numberPoints(paris.slice(0, 2), view, 'beside').numbers).toBe('beside');
  });

  it('names its départements and its neighbours', () => {
    const html = renderToStaticMarkup(
      <TerritoryMap label="Hauts-de-France" plan={planTerritory({ level: 'region', code: '32' }, [], 'beside')} />,
    );
    for (const name of ['Pas-de-Calais', 'Oise', 'Belgique', 'Normandie', 'Manche'])
      expect(html).toContain(`>${name}</tspan>`);
    expect(html).toContain('Aucune fabrique à placer.');
  });

  it('says once that the only structure of a territory has no position', () => {
    const html = renderToStaticMarkup(
      <TerritoryMap
        label="Saint-Martin"
        plan={planTerritory({ level: 'region', code: '978' }, [], 'beside')}
        withoutPosition={1}
      />,
    );
    expect(html).toContain('1 sans position connue.');
    expect(html).not.toContain('Aucun');
  });

  it('says on what the positions rest', () => {
    const [first, ...others] = paris;
    if (first === undefined) throw new Error('no point');
    const html = renderToStaticMarkup(
      <TerritoryMap
        label="Île-de-France"
        plan={planTerritory(REGION, [{ ...first, positionPrecision: 'address' }, ...others], 'beside')}
        withoutPosition={2}
      />,
    );
    expect(html).toContain('centre de la commune, sauf 1 à l’adresse.');
    expect(html).toContain('2 sans position connue.');
  });

  it('has an accessible name and no link, since the list beside it has them all', () => {
    const html = renderToStaticMarkup(
      <TerritoryMap label="Quarante fabriques" plan={planTerritory(REGION, paris, 'beside')} />,
    );
    expect(html.match(/role="img" aria-label="Quarante fabriques"/g)).toHaveLength(1);
    expect(html).not.toContain('<a ');
  });
});
