import type { ReactNode } from 'react';
import { ActionForm } from '@/components/ui/action-form';
import { SelectField } from '@/components/ui/select-field';
import type { Work } from '@/components/ui/sending-progress';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnsavedWarning } from '@/components/ui/unsaved-warning';
import { BASED_TERRITORIES } from '@/lib/domain/territory';
import { changeSelection } from './actions';

const TERRITORY_OPTIONS = [
  { value: '', label: 'Choisissez…' },
  ...Object.entries(BASED_TERRITORIES).map(([value, label]) => ({ value, label })),
];

const WORK: Work = {
  usual: 'Envoi de la sélection',
  byIntention: {
    publier: ['Publication d’une structure', 'Publication de # structures'],
    archiver: ['Archivage d’une structure', 'Archivage de # structures'],
    territoire: ['Changement de territoire d’une structure', 'Changement de territoire de # structures'],
  },
  counted: 'selection',
};

/** `view` is the query of the table, to return to. */
export function BulkForm({ view, children }: { view: string; children: ReactNode }) {
  return (
    <ActionForm
      id="selection"
      action={changeSelection}
      label="Agir sur les structures choisies"
      labels={{ selection: 'Sélection', territory: 'Territoire' }}
      work={WORK}
      className="bulk-form"
    >
      <UnsavedWarning />
      <input type="hidden" name="view" value={view} />
      {children}
      <section className="bulk" aria-labelledby="bulk-titre">
        <h2 id="bulk-titre">Avec les structures choisies</h2>
        <p className="soft">Toutes ou aucune, et cela se défait d’un clic.</p>
        <div className="bulk-acts">
          <SubmitButton name="intention" value="publier">
            Publier
          </SubmitButton>
          <SubmitButton look="ink" name="intention" value="archiver">
            Archiver
          </SubmitButton>
          <SelectField name="territory" label="Territoire" options={TERRITORY_OPTIONS} />
          <SubmitButton look="ink" name="intention" value="territoire">
            Changer le territoire
          </SubmitButton>
        </div>
      </section>
    </ActionForm>
  );
}
