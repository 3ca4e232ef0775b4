import { createRequire } from 'node:module';
import { roundDegrees } from '@/lib/geography/degrees';
import { plainWords, slugify } from '@/lib/text/plain-words';

// Read with require: 10 MB of JSON belong to the loader alone and never to a bundle.
const require = createRequire(import.meta.url);

type SourceRegion = { code: string; nom: string; zone: string };
type SourceDepartment = { code: string; nom: string; region: string };
type SourceCommune = {
  code: string;
  nom: string;
  type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  departement: string;
  region: string;
  commune?: string;
  population?: number;
  codesPostaux?: string[];
};
type SourceBox = { id: string; bbox: [west: number, south: number, east: number, north: number] };

function communeCentres(): Map<string, { longitude: number; latitude: number }> {
  const boxes: SourceBox[] = require('@etalab/fr-bounding-boxes/dist/communes.json');
  return new Map(
    boxes.map(({ id, bbox: [west, south, east, north] }) => [
      id.replace('fr:commune:', ''),
      { longitude: roundDegrees((west + east) / 2, 5), latitude: roundDegrees((south + north) / 2, 5) },
    ]),
  );
}

/** @etalab/decoupage-administratif (Licence Ouverte) and the centre of each commune's box in degrees WGS 84 (@etalab/fr-bounding-boxes). */
export function readGeography() {
  const sourceRegions: SourceRegion[] = require('@etalab/decoupage-administratif/data/regions.json');
  const sourceDepartments: SourceDepartment[] = require('@etalab/decoupage-administratif/data/departements.json');
  const sourceCommunes: SourceCommune[] = require('@etalab/decoupage-administratif/data/communes.json');
  const centres = communeCentres();
  const current = sourceCommunes.filter((commune) => commune.type === 'commune-actuelle');

  const populationOf = (key: 'region' | 'departement', code: string) => {
    const known = current.filter((commune) => commune[key] === code && commune.population !== undefined);
    return known.length === 0 ? null : known.reduce((sum, commune) => sum + (commune.population ?? 0), 0);
  };

  const inhabited = new Set(current.map((commune) => commune.region));
  const regions = sourceRegions
    .filter((region) => inhabited.has(region.code))
    .map(({ code, nom, zone }) => ({
      code,
      slug: slugify(nom),
      name: nom,
      is_ranked: zone !== 'com',
      population: populationOf('region', code),
    }));
  const collectivities = regions
    .filter((region) => !region.is_ranked)
    .map(({ code, name, population }) => ({ code, name, region_code: code, population }));
  const departments = [
    ...sourceDepartments
      .filter(
        (department) => !collectivities.some(({ code }) => code === department.code) && department.region.length === 2,
      )
      .map(({ code, nom, region }) => ({
        code,
        name: nom,
        region_code: region,
        population: populationOf('departement', code),
      })),
    ...collectivities,
  ];
  const communes = current.map((commune) => ({
    code: commune.code,
    name: commune.nom,
    search_name: plainWords(commune.nom),
    department_code: commune.departement,
    region_code: commune.region,
    population: commune.population ?? null,
    longitude: centres.get(commune.code)?.longitude ?? null,
    latitude: centres.get(commune.code)?.latitude ?? null,
  }));
  const postcodes = current.flatMap((commune) =>
    (commune.codesPostaux ?? []).map((postcode) => ({ commune_code: commune.code, postcode })),
  );
  const aliases = sourceCommunes
    .filter((commune) => commune.type === 'arrondissement-municipal')
    .map((commune) => ({ code: commune.code, commune_code: commune.commune ?? '', name: commune.nom }));
  return { regions, departments, communes, postcodes, aliases };
}
