import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DirectoryStaticMap, staticMapZoom } from '@/components/map/static/directory-static-map';
import { SurroundingsMap } from '@/components/map/static/surroundings-map';
import { planSurroundings } from '@/components/map/static/surroundings-plan';
import { points } from '@/tests/support/crowded-points';

describe('the map of a place', () => {
  const [point, ...others] = points;
  const towns = [{ name: 'Montreuil', longitude: 2.44, latitude: 48.86 }];

  it('draws a dashed circle when the position is the centre of the commune, and says so', () => {
    if (point === undefined) throw new Error('no point');
    const html = renderToStaticMarkup(<SurroundingsMap plan={planSurroundings({ point, others, towns })} />);
    expect(html.match(/class="m-blur"/g)).toHaveLength(1);
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

  it('draws the ground that is seen, and asks for no file', () => {
    if (point === undefined) throw new Error('no point');
    const html = renderToStaticMarkup(<SurroundingsMap plan={planSurroundings({ point, others: [], towns })} />);
    expect(html).toContain('<use class="m-land m-focus" href="#terre"></use>');
    expect(html).toMatch(/<path class="m-dep" vector-effect="non-scaling-stroke" d="M[^"]+"/);
    expect(html).not.toContain('/carte/');
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
