import type { RegionLink } from '@/components/map/static/france-drawing';
import { publicWaveHref } from '@/lib/domain/public-href';
import type { WaveSheet } from '@/lib/figures/wave-sheet';

/** A région without a laureate of the wave leads to all its fabriques instead. */
export const regionLinksOf = ({ wave, regions, allRegions }: WaveSheet): RegionLink[] =>
  allRegions.map(({ code, slug, name }) => {
    const count = regions.find((region) => region.code === code)?.count ?? 0;
    return { code, name, count, href: count > 0 ? publicWaveHref(wave.id, slug) : `/regions/${slug}` };
  });
