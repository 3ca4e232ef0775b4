import type { AreaGrid } from '@/lib/geography/area-grid';
import { buildAreaGrid } from './area-grid';
import { assembleShapes } from './assemble';
import { simplifiedCountries } from './countries';
import { buildDepartments } from './departments';
import { buildSurroundings } from './surroundings';
import { departmentsFile, groundFile } from './svg-file';

/** Path → content. Same packages, same bytes. */
export function buildMapFiles(): Record<string, string> {
  const countries = simplifiedCountries();
  const departments = buildDepartments(countries);
  const around = buildSurroundings(countries);
  const shapes = assembleShapes(departments, around);
  return {
    'public/carte/fonds.svg': groundFile(shapes, around.frenchBorders),
    'public/carte/departements.svg': departmentsFile(shapes),
    'public/carte/fonds.json': `${JSON.stringify(shapes)}\n`,
    'lib/geography/area-grid.json': asFormatted(buildAreaGrid(countries, departments)),
  };
}

/** As the formatter of the project writes it: boxes stay on one line. */
const asFormatted = (grid: AreaGrid) =>
  `${JSON.stringify(grid, null, 2).replaceAll(/\[([-\d.,\s]+)\]/g, (box) => box.replaceAll(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))}\n`;
