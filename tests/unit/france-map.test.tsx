import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { layOutFrance, SYMBOL_SIZE } from '@/components/map/static/france-layout';
import { FranceMap } from '@/components/map/static/france-map';
import { planFrance } from '@/components/map/static/france-plan';
import { TerritoryMap } from '@/components/map/static/territory-map';
import { planTerritory } from '@/components/map/static/territory-plan';
import { points } from '@/tests/support/crowded-points';

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
      plan={planFrance({
        points,
        located: points.length,
        unlocated: [{ slug: 'anis', name: 'Anis', commune: 'Saint-Martin' }],
        withoutPosition: 1,
      })}
      regions={regions}
    />,
  );

  it('pushes its symbols apart until none overlaps', () => {
    const { symbols, insets } = layOutFrance(points);
    expect(symbols).toHaveLength(60);
    expect(closest(symbols)).toBeGreaterThan(SYMBOL_SIZE * 1.25);
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
      <FranceMap
        plan={planFrance({ points, located: 50_000, unlocated: [], withoutPosition: 120 })}
        regions={regions}
      />,
    );
    expect(sample).toContain(
      'Un signe peut compter plusieurs fabriques. 50\u202F000 placées\u202F; 120 sans position connue.',
    );
    expect(sample).toContain('Carte de France de 50\u202F000 fabriques');
  });

  it('makes each région one named link', () => {
    expect(html.match(/href="\/regions\/ile-de-france" aria-label="Île-de-France\u00A0: 40 fabriques"/g)).toHaveLength(
      1,
    );
    expect(html).toContain('aria-label="Mayotte\u00A0: 0 fabrique"');
  });

  it('writes each of its paths once, and once each place of a symbol', () => {
    const paths = [...html.matchAll(/ d="([^"]+)"/g)].map(([, data]) => data);
    expect(paths.filter((data, at) => paths.indexOf(data) !== at)).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(html.match(/M[-\d.]+ [-\d.]+h0/g)).toHaveLength(63);
  });

  it('references the shapes and repeats none', () => {
    expect(html).toContain('href="/carte/fonds.svg#terre"');
    const longest = Math.max(...[...html.matchAll(/ d="([^"]*)"/g)].map(([, data]) => data?.length ?? 0));
    expect(longest).toBeLessThan(3000);
  });

  it('references only shapes that the committed files hold', () => {
    const known = [...held('/carte/fonds.svg'), ...held('/carte/departements.svg')];
    const department = renderToStaticMarkup(
      <TerritoryMap label="Corse-du-Sud" plan={planTerritory({ level: 'departement', code: '2A' }, [], 'beside')} />,
    );
    const used = [...`${html}${department}`.matchAll(/href="(\/carte\/[^"]+)"/g)].map(([, href]) => href ?? '');
    expect(new Set(used).size).toBeGreaterThan(5);
    expect(used.filter((href) => !known.includes(href))).toEqual([]);
  });
});
