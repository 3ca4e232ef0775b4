import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CompositionOf } from '@/components/figures/composition-of';
import type { WaveComposition } from '@/components/figures/unit-chart';
import { Goal } from '@/components/home/goal';
import { HomeSearch } from '@/components/home/home-search';
import { LatestWaves } from '@/components/home/latest-waves';
import { FranceMap } from '@/components/map/static/france-map';
import { MapLegend } from '@/components/map/static/map-legend';
import { RegionIndex } from '@/components/waves/region-index';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { directoryHref, updateFilter } from '@/lib/directory/href';
import { composeSet } from '@/lib/figures/composition';
import { sumByWave } from '@/lib/figures/money-by-wave';
import { getProgress } from '@/lib/figures/progress';
import { type FranceFigures, rankRegions, sumFrance } from '@/lib/figures/ranking';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { listWaves } from '@/lib/waves/queries';
import { yearsInWords } from '@/lib/waves/years';
import { readFrancePlan } from './map-plans';
import { findSearchDestination } from './search-destination';
import '@/app/reading.css';

export const metadata: Metadata = { alternates: { canonical: '/' } };

async function readWaves(): Promise<WaveComposition[]> {
  const waves = await listWaves();
  return Promise.all(
    waves.map(async (wave) => ({ wave, composition: await composeSet({ ...EMPTY_FILTER, vague: [wave.id] }) })),
  );
}

async function readLatest(waves: readonly WaveComposition[]) {
  const latest = waves.findLast(({ wave }) => wave.listedCount > 0);
  if (!latest) return null;
  const [money] = await sumByWave(updateFilter(EMPTY_FILTER, { vague: [latest.wave.id] }));
  return { ...latest, money: money ?? null };
}

export default async function HomePage({ searchParams }: PageProps<'/'>) {
  const { lieu } = await searchParams;
  const written = [lieu ?? []].flat()[0];
  if (written !== undefined) redirect(await findSearchDestination(written));

  const [progress, waves, regions, france, map] = await Promise.all([
    getProgress(),
    readWaves(),
    rankRegions(),
    sumFrance(),
    readFrancePlan(EMPTY_FILTER),
  ]);
  const latest = await readLatest(waves);
  return (
    <>
      <div className="wrap hero">
        <div>
          <h1>Quelle fabrique près de chez vous{'\u202F'}?</h1>
          <p className="lead">
            L’État a retenu des lieux pour faire vivre les quartiers prioritaires et les campagnes{'\u00A0'}: les «
            {'\u00A0'}fabriques de territoire{'\u00A0'}». Voici lesquelles, où, quand, et avec quelle aide, source à
            l’appui.
          </p>
          <HomeSearch total={france.structures} />
          <Tally france={france} waves={waves} />
        </div>
        <FranceMap
          plan={map}
          regions={regions.map(({ code, slug, name, structures }) => ({
            code,
            name,
            count: structures,
            href: `/regions/${slug}`,
          }))}
        />
      </div>
      <Goal progress={progress} waves={waves} />
      <LatestWaves waves={waves.map(({ wave }) => wave)} latest={latest} />
      <section className="sec" aria-labelledby="regions">
        <div className="wrap">
          <div className="sec-head">
            <h2 id="regions">Par région</h2>
            <MapLegend />
          </div>
          <RegionIndex
            entries={regions.map(({ slug, name, structures, composition }) => ({
              slug,
              name,
              composition,
              count: structures,
              href: `/regions/${slug}`,
            }))}
          />
          <p className="mt-5">
            <a href="/regions">Rangs et nombre pour 100{'\u202F'}000 habitants</a>
          </p>
        </div>
      </section>
    </>
  );
}

function Tally({ france, waves }: { france: FranceFigures; waves: readonly WaveComposition[] }) {
  const years = yearsInWords(waves.flatMap(({ wave }) => (wave.listedCount > 0 ? [wave] : [])));
  return (
    <section className="tally" aria-labelledby="compte">
      <div>
        <h2 id="compte" className="vh">
          Ce que contient l’annuaire
        </h2>
        <p className="big">
          <a className="fig num plain" href={directoryHref(EMPTY_FILTER)}>
            {formatInteger(france.structures)}
          </a>{' '}
          <span>
            {plural(france.structures, 'fabrique retenue', 'fabriques retenues')}
            {years ? ` ${years}` : null}
          </span>
        </p>
        <CompositionOf column composition={france.composition} filter={EMPTY_FILTER} />
      </div>
    </section>
  );
}
