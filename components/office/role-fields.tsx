import { Choice } from '@/components/ui/choice';
import { placeName } from '@/lib/geography/place-names';
import { type RegionScope, ROLES, type Role } from '@/lib/permissions/policy';
import { ROLE_HINTS, ROLE_LABELS } from '@/lib/users/labels';

type RoleFieldsProps = {
  initialRole: Role;
  regionScope: RegionScope;
  regions: readonly { code: string; name: string }[];
};

const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: ROLE_LABELS[value], hint: ROLE_HINTS[value] }));
const SCOPE_OPTIONS = [
  { value: 'france', label: 'Toute la France' },
  { value: 'regions', label: 'Des régions' },
];

/** Only an editor is held to régions: the style sheet folds what has no object. */
export function RoleFields({ initialRole, regionScope, regions }: RoleFieldsProps) {
  return (
    <>
      <Choice
        name="role"
        legend="Rôle"
        options={ROLE_OPTIONS}
        initially={[initialRole]}
        className="choice-set--lines"
      />
      <Choice
        name="portee"
        legend="Portée"
        options={SCOPE_OPTIONS}
        initially={[regionScope === null ? 'france' : 'regions']}
        className="scope-set"
      />
      <Choice
        name="regions"
        legend="Régions"
        kind="many"
        options={regions.map(({ code, name }) => ({ value: code, label: placeName(name) }))}
        initially={regionScope ?? []}
        className="choice-set--columns scope-regions"
      />
    </>
  );
}

export const ROLE_FIELD_LABELS = { role: 'Rôle', portee: 'Portée', regions: 'Régions', confirm: 'Confirmation' };
