import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DirectoryStaticMap, staticMapZoom } from '@/components/map/static/directory-static-map';
import { layOutFrance } from '@/components/map/static/france-layout';
import { FranceMap } from '@/components/map/static/france-map';
import type { MapPoint } from '@/components/map/static/map-point';
import { SurroundingsMap } from '@/components/map/static/surroundings-map';
import { planSurroundings } from '@/components/map/static/surroundings-plan';
import { territoryView } from '@/components/map/static/territory-layout';
import { TerritoryMap } from '@/components/map/static/territory-map';
import { numberPoints } from '@/components/map/static/territory-numbering';

const TERRITORIES = ['qpv', 'rural', 'unknown'] as const;

/** Real prefectures would say little: a lattice with crowds at Paris and Lyon, and some overseas. */
const crowd = (longitude: number, latitude: number, count: number, name: string): MapPoint[] =>
  Array.from({ length: count }, (_, at) => ({
    slug: `${name}-${at}`,
    name: `${name} ${at}`,
    commune: name,
    longitude,
    latitude,
    territory: TERRITORIES[at % 3] ?? 'unknown',
    positionPrecision: 'commune',
    key: at + 1,
  }));

const points = [
  ...crowd(2.35, 48.86, 40, 'Paris'),
  ...crowd(4.84, 45.76, 20, 'Lyon'),
  ...crowd(55.45, -20.9, 3, 'Saint-Denis'),
  ...crowd(-63.08, 18.07, 1, 'Saint-Martin'),
];

const regions = [
  { code: '84', name: 'Auvergne-Rhône-Alpes', count: 20, href: '/regions/auvergne-rhone-alpes' },
  { code: '11', name: 'Île-de-France', count: 40, href: '/regions/ile-de-france' },
  { code: '04', name: 'La Réunion', count: 3, href: '/regions/la-reunion' },
  { code: '06', name: 'Mayotte', count: 0, href: '/regions/mayotte' },
  { code: '978', name: 'Saint-Martin', count: 1, href: '/regions/saint-martin' },
];

const held = (file: string) =>
  [...readFileSync(`public${file}`, 'utf8').matchAll(/ id="([^"]+)"/g)].map(([, id]) => `${file}#${id}`);

type Disc = { x: number; y: number };
const closest = (discs: Disc[]) =>
  Math.min(...discs.flatMap((a, at) => discs.slice(at + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))));

describe('the map of France', () => {
  const html = renderToStaticMarkup(
    <FranceMap
      points={points}
      located={points.length}
      unlocated={[{ slug: 'anis', name: 'Anis', commune: 'Saint-Martin' }]}
      withoutPosition={1}
      regions={regions}
    />,
  );

  it.each(['large', 'small'] as const)('pushes its symbols apart until none overlaps (%s drawing)', (drawing) => {
    const { symbols, size, insets } = layOutFrance(points, drawing);
    expect(symbols).toHaveLength(60);
    expect(closest(symbols)).toBeGreaterThan(size - 0.1);
    expect(insets.map(({ symbols: placed }) => placed.length)).toEqual([0, 0, 0, 3, 0]);
  });

  it('says how many structures it shows, leaves out of its frame, and cannot place', () => {
    expect(html).toContain('63 placées');
    expect(html).toContain('1 hors du cadre (Saint-Martin)');
    expect(html).toContain('1 sans position connue');
    expect(html).toContain('<a href="/fabriques/anis">Anis</a>');
  });

  it('says the whole numbers when it shows one symbol for several', () => {
    const sample = renderToStaticMarkup(
      <FranceMap points={points} located={50_000} unlocated={[]} withoutPosition={120} regions={regions} />,
    );
    expect(sample).toContain(
      'Un signe peut compter plusieurs fabriques. 50\u202F000 placées\u202F; 120 sans position connue.',
    );
    expect(sample).toContain('Carte de France de 50\u202F000 fabriques');
  });

  it('makes each région a named link, in both drawings', () => {
    expect(html.match(/href="\/regions\/ile-de-france" aria-label="Île-de-France\u00A0: 40 fabriques"/g)).toHaveLength(
      2,
    );
    expect(html).toContain('aria-label="Mayotte\u00A0: 0 fabrique"');
  });

  it('references the shapes and repeats none', () => {
    expect(html).toContain('href="/carte/fonds.svg#terre"');
    const longest = Math.max(...[...html.matchAll(/ d="([^"]*)"/g)].map(([, data]) => data?.length ?? 0));
    expect(longest).toBeLessThan(3000);
  });

  it('references only shapes that the committed files hold', () => {
    const known = [...held('/carte/fonds.svg'), ...held('/carte/departements.svg')];
    const department = renderToStaticMarkup(
      <TerritoryMap territory={{ level: 'departement', code: '2A' }} label="Corse-du-Sud" points={[]} />,
    );
    const used = [...`${html}${department}`.matchAll(/href="(\/carte\/[^"]+)"/g)].map(([, href]) => href ?? '');
    expect(new Set(used).size).toBeGreaterThan(5);
    expect(used.filter((href) => !known.includes(href))).toEqual([]);
  });
});

describe('the map of a territory', () => {
  const paris = points.filter(({ commune }) => commune === 'Paris');

  it('writes every number of the list once in each drawing, even in a crowd', () => {
    const html = renderToStaticMarkup(
      <TerritoryMap territory={{ level: 'region', code: '11' }} label="Île-de-France" points={paris} />,
    );
    const numbers = [...html.matchAll(/<text class="m-(?:key|inside)[^>]*>(\d+)</g)].map(([, number]) =>
      Number(number),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(paris.flatMap(({ key = 0 }) => [key, key]));
  });

  it('puts the numbers inside the symbols only where they find no room beside', () => {
    const view = territoryView({ level: 'region', code: '11' }, 'large');
    expect(numberPoints(paris, view, 'large', 'beside').numbers).toBe('inside');
    expect(numberPoints(paris.slice(0, 2), view, 'large', 'beside').numbers).toBe('beside');
  });

  it('names its départements and its neighbours', () => {
    const html = renderToStaticMarkup(
      <TerritoryMap territory={{ level: 'region', code: '32' }} label="Hauts-de-France" points={[]} />,
    );
    for (const name of ['Pas-de-Calais', 'Oise', 'Belgique', 'Normandie', 'Manche'])
      expect(html).toContain(`>${name}</tspan>`);
    expect(html).toContain('Aucune fabrique à placer.');
  });

  it('says once that the only structure of a territory has no position', () => {
    const html = renderToStaticMarkup(
      <TerritoryMap
        territory={{ level: 'region', code: '978' }}
        label="Saint-Martin"
        points={[]}
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
        territory={{ level: 'region', code: '11' }}
        label="Île-de-France"
        points={[{ ...first, positionPrecision: 'address' }, ...others]}
        withoutPosition={2}
      />,
    );
    expect(html).toContain('centre de la commune, sauf 1 à l’adresse.');
    expect(html).toContain('2 sans position connue.');
  });

  it('has an accessible name and no link, since the list beside it has them all', () => {
    const html = renderToStaticMarkup(
      <TerritoryMap territory={{ level: 'region', code: '11' }} label="Quarante fabriques" points={paris} />,
    );
    expect(html.match(/role="img" aria-label="Quarante fabriques"/g)).toHaveLength(2);
    expect(html).not.toContain('<a ');
  });
});

describe('the map of a place', () => {
  const [point, ...others] = points;
  const towns = [{ name: 'Montreuil', longitude: 2.44, latitude: 48.86, population: 110_000 }];

  it('draws a dashed circle when the position is the centre of the commune, and says so', () => {
    if (point === undefined) throw new Error('no point');
    const html = renderToStaticMarkup(<SurroundingsMap plan={planSurroundings({ point, others, towns })} />);
    expect(html.match(/class="m-blur"/g)).toHaveLength(2);
    expect(html).toContain('la position est le centre de Paris, pas l’adresse du lieu');
    expect(html).toContain('Montreuil');
    const exact = renderToStaticMarkup(
      <SurroundingsMap
        plan={planSurroundings({ point: { ...point, positionPrecision: 'address' }, others: [], towns })}
      />,
    );
    expect(exact).not.toContain('m-blur');
    expect(exact).toContain('Position\u00A0: l’adresse du lieu.');
  });
});

describe('the map of the directory without JavaScript', () => {
  const box = [-5.2, 41.3, 9.7, 51.2] as const;
  const single = {
    count: 1 as const,
    id: '1',
    slug: 'la-station',
    name: 'La Station',
    commune: 'Saint-Omer',
    territory: 'qpv' as const,
    positionPrecision: 'address' as const,
    longitude: 2.25,
    latitude: 50.75,
  };
  const cluster = { count: 12, around: 'Limoges', bounds: [1, 45, 2, 46] as const, longitude: 1.26, latitude: 45.83 };
  const far = { count: 3, around: 'Cayenne', bounds: [-53, 4, -52, 5] as const, longitude: -52.3, latitude: 4.9 };

  it('links each cluster and each structure by name, and counts what the frame leaves out, so that the caption adds up to the list', () => {
    const html = renderToStaticMarkup(
      <DirectoryStaticMap
        items={[single, cluster, far]}
        box={box}
        total={18}
        withoutPosition={1}
        clusterHref={({ bounds }) => `/fabriques?zone=${bounds.join(',')}`}
      />,
    );
    expect(html).toContain('href="/fabriques?zone=1,45,2,46" aria-label="12 fabriques autour de Limoges"');
    expect(html).toContain('href="/fabriques/la-station" aria-label="La Station, Saint-Omer"');
    expect(html).toContain('13 sur la carte');
    expect(html).toContain('4 hors du cadre');
    expect(html).toContain('1 sans position connue');
  });

  it('asks for a zoom whose cells suit its width', () => {
    expect(staticMapZoom(box)).toBe(5);
    expect(staticMapZoom([3, 50.6, 3.1, 50.7])).toBeGreaterThan(10);
  });
});
