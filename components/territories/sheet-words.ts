import type { TerritorySheet } from '@/lib/figures/territory-sheet';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { yearsInWords } from '@/lib/waves/years';

/** « 27 fabriques de territoire dans 26 communes et 5 départements, retenues de 2020 à 2023 » */
export function describeSheet(sheet: TerritorySheet, departments?: number): string {
  const { structures, communes, waves } = sheet;
  if (structures === 0) return 'Aucune fabrique de territoire connue à ce jour';
  const counted = [
    `${formatInteger(communes)} ${plural(communes, 'commune', 'communes')}`,
    departments !== undefined && `${formatInteger(departments)} ${plural(departments, 'département', 'départements')}`,
  ].filter((part) => part !== false);
  const years = yearsInWords(waves.map(({ wave }) => wave));
  const selected = years ? `, ${plural(structures, 'retenue', 'retenues')} ${years}` : '';
  return `${formatInteger(structures)} ${plural(structures, 'fabrique', 'fabriques')} de territoire dans ${counted.join(' et ')}${selected}`;
}
