import { placeName } from '@/lib/geography/place-names';
import type { RegionScope, Role } from '@/lib/permissions/policy';

export const ROLE_LABELS: Record<Role, string> = {
  administrator: 'Administration',
  editor: 'Édition',
  reader: 'Lecture',
};

export const ROLE_HINTS: Record<Role, string> = {
  administrator: 'Peut tout, y compris les vagues et les utilisateurs.',
  editor: 'Saisit et publie les structures, labellisations, versements et imports.',
  reader: 'Voit les brouillons et le journal, ne change rien.',
};

/** A code that no région bears any more is shown as it is. */
export function scopeWords(scope: RegionScope, regionNames: ReadonlyMap<string, string>): string {
  if (scope === null) return 'toute la France';
  const names = scope.map((code) => placeName(regionNames.get(code) ?? code));
  return new Intl.ListFormat('fr').format(names.toSorted((one, other) => one.localeCompare(other, 'fr')));
}
