import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DepartmentTable } from '@/components/territories/department-table';
import { KeyFigures, REGION } from '@/components/territories/key-figures';
import { describeSheet } from '@/components/territories/sheet-words';
import { TerritoryPage } from '@/components/territories/territory-page';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { getSettings } from '@/lib/env';
import { type RankedDepartment, rankDepartments, rankRegions, sumFrance } from '@/lib/figures/ranking';
import { readTerritorySheet } from '@/lib/figures/territory-sheet';
import { neighboursOfRegion } from '@/lib/geography/neighbours';
import { placeName } from '@/lib/geography/place-names';
import { readTerritoryPlan } from '../../map-plans';
import '@/app/reading.css';

async function readRegion(slug: string) {
  const [regions, departments] = await Promise.all([rankRegions(), rankDepartments()]);
  const region = regions.find((known) => known.slug === slug);
  if (!region) notFound();
  const own = departments.filter(({ regionCode }) => regionCode === region.code);
  const filter = updateFilter(EMPTY_FILTER, { region: [region.slug] });
  const sheet = await readTerritorySheet(filter);
  const inDepartments = own.filter(({ structures }) => structures > 0).length;
  // A région that is its own and only département has nothing to say of départements.
  const lead = describeSheet(sheet, own.length > 1 ? inDepartments : undefined);
  return { region, regions, departments: own, filter, sheet, lead };
}

export async function generateMetadata({ params }: PageProps<'/regions/[slug]'>): Promise<Metadata> {
  const { region, lead } = await readRegion((await params).slug);
  return {
    title: `${placeName(region.name)}\u00A0: les fabriques de territoire`,
    description: `${placeName(region.name)}\u00A0: ${lead}. Carte, liste par vague, aides annoncées, rang par le nombre et pour 100\u202F000 habitants.`,
    alternates: { canonical: `/regions/${region.slug}` },
  };
}

function OnlyDepartment({ departments: [only] }: { departments: readonly RankedDepartment[] }) {
  if (!only) return null;
  return (
    <p>
      Un seul département{'\u00A0'}: <span className="cote">{only.code}</span>{' '}
      <a href={`/departements/${only.code}`}>{placeName(only.name)}</a>.
    </p>
  );
}

export default async function RegionPage({ params }: PageProps<'/regions/[slug]'>) {
  const { region, regions, departments, filter, sheet, lead } = await readRegion((await params).slug);
  const france = await sumFrance();
  const name = placeName(region.name);
  const touching = neighboursOfRegion(region.code);
  return (
    <TerritoryPage
      code={region.code}
      name={name}
      citedAs={name}
      siteUrl={getSettings().siteUrl}
      path={`/regions/${region.slug}`}
      within={[{ label: 'Régions', href: '/regions' }]}
      lead={lead}
      filter={filter}
      sheet={sheet}
      map={await readTerritoryPlan({ level: 'region', code: region.code }, filter, 'beside')}
      composition={region.composition}
      regionSlug={region.slug}
      keyFigures={<KeyFigures area={region} all={regions} kind={REGION} franceRate={france.rate} />}
      neighbours={{
        title: 'Les régions voisines',
        neighbours: regions
          .filter(({ code }) => touching.includes(code))
          .map((neighbour) => ({ ...neighbour, href: `/regions/${neighbour.slug}` })),
        none: 'Ce territoire n’a pas de frontière terrestre avec une autre région.',
      }}
    >
      <section className="sheet-places" aria-labelledby="departements">
        <h2 id="departements">Par département</h2>
        {departments.length > 1 ? (
          <DepartmentTable departments={departments} areaName={name} />
        ) : (
          <OnlyDepartment departments={departments} />
        )}
      </section>
    </TerritoryPage>
  );
}
