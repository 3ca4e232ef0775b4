import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select-field';
import { TERRITORIES, TERRITORY_NAMES } from '@/lib/domain/territory';
import type { StructureFacts } from '@/lib/structures/facts';

const TERRITORY_OPTIONS = TERRITORIES.map((value) => ({ value, label: TERRITORY_NAMES[value] }));

const BASIS_OPTIONS = [
  { value: '', label: 'Choisissez…' },
  { value: 'announcement', label: 'L’annonce de la vague' },
  { value: 'insee_density', label: 'La grille de densité de l’Insee' },
  { value: 'source', label: 'Une des sources de la fiche' },
];

type TerritoryFieldsProps = Pick<StructureFacts, 'territory' | 'territoryBasis' | 'qpvName'>;

export function TerritoryFields({ territory, territoryBasis, qpvName }: TerritoryFieldsProps) {
  return (
    <>
      <div className="g6">
        <Choice name="territory" legend="Territoire" options={TERRITORY_OPTIONS} initially={[territory]} />
      </div>
      <div className="g3">
        <SelectField
          name="territoryBasis"
          label="Sur quoi cela repose"
          options={BASIS_OPTIONS}
          initially={territoryBasis}
        />
      </div>
      <div className="g3">
        <Field name="qpvName" label="Nom du quartier prioritaire (QPV)" autoComplete="off" initially={qpvName} />
      </div>
    </>
  );
}
