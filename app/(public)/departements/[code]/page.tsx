import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { DEPARTMENT, KeyFigures } from '@/components/territories/key-figures';
import { describeSheet } from '@/components/territories/sheet-words';
import { TerritoryPage } from '@/components/territories/territory-page';
import { EMPTY_FILTER } from '@/lib/directory/filter';
import { updateFilter } from '@/lib/directory/href';
import { getSettings } from '@/lib/env';
import { type RankedDepartment, rankDepartments, sumFrance } from '@/lib/figures/ranking';
import { readTerritorySheet } from '@/lib/figures/territory-sheet';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { officialCode } from '@/lib/geography/department-code';
import { neighboursOfDepartment } from '@/lib/geography/neighbours';
import { placeName } from '@/lib/geography/place-names';
import { readTerritoryPlan } from '../../map-plans';
import '@/app/reading.css';

async function readDepartment(written: string) {
  const departments = await rankDepartments();
  const department = departments.find(({ code }) => code === written);
  if (!department) {
    const meant = departments.find(({ code }) => code === officialCode(written));
    if (meant) permanentRedirect(`/departements/${meant.code}`);
    notFound();
  }
  const filter = updateFilter(EMPTY_FILTER, { departement: [department.code] });
  const sheet = await readTerritorySheet(filter);
  return { department, departments, filter, sheet, lead: describeSheet(sheet) };
}

export async function generateMetadata({ params }: PageProps<'/departements/[code]'>): Promise<Metadata> {
  const { department, sheet, lead } = await readDepartment((await params).code);
  return {
    title: `${placeName(department.name)} (${department.code})\u00A0: les fabriques de territoire`,
    description: `${placeName(department.name)} (${department.code})\u00A0: ${lead}. Carte, liste par vague, aides annoncées, rang par le nombre et pour 100\u202F000 habitants.`,
    alternates: { canonical: `/departements/${department.code}` },
    // A page that says there is none is not in the sitemap either.
    ...(sheet.structures === 0 && { robots: { index: false, follow: true } }),
  };
}

export default async function DepartmentPage({ params }: PageProps<'/departements/[code]'>) {
  const { department, departments, filter, sheet, lead } = await readDepartment((await params).code);
  const france = await sumFrance();
  const name = placeName(department.name);
  const region = { label: placeName(department.regionName), href: `/regions/${department.regionSlug}` };
  const touching = neighboursOfDepartment(department.code);
  return (
    <TerritoryPage
      code={department.code}
      name={name}
      citedAs={`${name} (${department.code})`}
      siteUrl={getSettings().siteUrl}
      path={`/departements/${department.code}`}
      within={[{ label: 'Régions', href: '/regions' }, region]}
      lead={lead}
      filter={filter}
      sheet={sheet}
      map={await readTerritoryPlan({ level: 'departement', code: department.code }, filter, 'beside')}
      composition={department.composition}
      regionSlug={department.regionSlug}
      keyFigures={<KeyFigures area={department} all={departments} kind={DEPARTMENT} franceRate={france.rate} />}
      neighbours={{
        title: 'Les départements voisins',
        neighbours: departments
          .filter(({ code }) => touching.includes(code))
          .map((neighbour) => ({ ...neighbour, href: `/departements/${neighbour.code}` })),
        none: 'Ce territoire n’a pas de frontière terrestre avec un autre département.',
      }}
    >
      <OwnRegion department={department} departments={departments} />
    </TerritoryPage>
  );
}

function OwnRegion({ department, departments }: { department: RankedDepartment; departments: RankedDepartment[] }) {
  const inRegion = departments.filter(({ regionCode }) => regionCode === department.regionCode);
  if (inRegion.length < 2) return null;
  const withSome = inRegion.filter((other) => other.structures > 0).length;
  const structures = inRegion.reduce((sum, other) => sum + other.structures, 0);
  return (
    <section className="sheet-places" aria-labelledby="region">
      <h2 id="region">Dans la région</h2>
      <p>
        <a href={`/regions/${department.regionSlug}`}>{placeName(department.regionName)}</a> compte{' '}
        {formatInteger(structures)} {plural(structures, 'fabrique', 'fabriques')}, dans{' '}
        {withSome === inRegion.length ? 'chacun' : formatInteger(withSome)} de ses {formatInteger(inRegion.length)}{' '}
        départements.
      </p>
    </section>
  );
}
