import { ConflictPanel, VersionField } from '@/components/office/conflict-panel';
import { ActionForm } from '@/components/ui/action-form';
import type { Action } from '@/components/ui/answered-action';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { Work } from '@/components/ui/sending-progress';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { UnsavedWarning } from '@/components/ui/unsaved-warning';
import { structureHref } from '@/lib/domain/office-href';
import { degreesText } from '@/lib/fields/degrees-text';
import type { EditedStructure } from '@/lib/structures/edited';
import type { StructureContact, StructureFacts } from '@/lib/structures/facts';
import { CommuneField } from './commune-field';
import { ContactFields } from './contact-fields';
import { DuplicateNotice } from './duplicate-notice';
import { FIELD_LABELS } from './field-labels';
import { FormSection } from './form-section';
import { PositionFields } from './position-fields';
import { SourceFields } from './source-fields';
import { TerritoryFields } from './territory-fields';

type StructureFormProps = {
  action: Action<null>;
  structure: EditedStructure | null;
  /** « Roubaix (59512) » */
  commune: string;
  cancelHref: string;
  isReadOnly?: boolean;
};

const WORK: Work = {
  usual: 'Enregistrement de la fiche',
  byIntention: { adresse: 'Recherche de l’adresse', centre: 'Recherche du centre de la commune' },
};

type Described = Partial<StructureFacts & StructureContact>;

const scoreWords = ({ geocodingScore, geocodingSource }: Described) =>
  typeof geocodingScore === 'number'
    ? `Trouvée par ${geocodingSource === 'geoplateforme' ? 'la Géoplateforme' : 'la table des communes'}, score ${degreesText(Number(geocodingScore.toFixed(2)))}.`
    : null;

function IdentitySection({ facts, commune }: { facts: Described; commune: string }) {
  const { name, officialName, siret, rna, address, postcode, latitude, longitude, positionPrecision } = facts;
  return (
    <FormSection title="Le lieu">
      <div className="g3">
        <Field name="name" label="Nom affiché" autoComplete="off" initially={name} required />
      </div>
      <div className="g3">
        <Field name="officialName" label="Nom officiel" autoComplete="off" initially={officialName} />
      </div>
      <div className="g3">
        <Field name="siret" label="SIRET" inputMode="numeric" autoComplete="off" initially={siret} />
      </div>
      <div className="g3">
        <Field name="rna" label="ou numéro RNA (association)" autoComplete="off" initially={rna} />
      </div>
      <div className="g6">
        <CommuneField initially={commune} />
      </div>
      <div className="g4">
        <Field
          name="address"
          label="Adresse"
          hint="Numéro et rue. Laisser vide si aucune source ne la donne."
          autoComplete="off"
          initially={address}
        />
      </div>
      <div className="g2">
        <Field
          name="postcode"
          label="Code postal"
          hint="Cinq chiffres."
          inputMode="numeric"
          autoComplete="off"
          initially={postcode}
        />
      </div>
      <PositionFields
        initial={{
          kind: positionPrecision ?? 'unknown',
          latitude: degreesText(latitude ?? null),
          longitude: degreesText(longitude ?? null),
        }}
        score={scoreWords(facts)}
      />
    </FormSection>
  );
}

function PresentationSection({ website, phone, description, descriptionSourceUrl }: Described) {
  return (
    <FormSection title="Présentation">
      <div className="g6">
        <Field name="website" label="Site internet" type="url" inputMode="url" initially={website} />
      </div>
      <div className="g6">
        <Field
          name="phone"
          label="Téléphone"
          hint="Celui du lieu, public ; celui d’une personne va dans le contact."
          type="tel"
          initially={phone}
        />
      </div>
      <div className="g6">
        <TextArea
          name="description"
          label="Présentation"
          hint="Texte simple, 2 000 caractères au plus ; une ligne vide sépare deux paragraphes."
          initially={description}
        />
      </div>
      <div className="g6">
        <Field
          name="descriptionSourceUrl"
          label="Page d’où vient la présentation"
          type="url"
          inputMode="url"
          initially={descriptionSourceUrl}
        />
      </div>
    </FormSection>
  );
}

const NO_CONTACT: StructureContact = {
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  contactPublished: false,
};

export function StructureForm({ action, structure, commune, cancelHref, isReadOnly = false }: StructureFormProps) {
  const facts: Described = structure?.facts ?? {};
  return (
    <ActionForm
      id="structure"
      action={action}
      className="structure-form"
      label={structure ? `Fiche de ${structure.facts.name}` : 'Nouvelle structure'}
      labels={FIELD_LABELS}
      work={WORK}
    >
      {/* Enter in a field saves, whichever button comes first on the page. */}
      <button type="submit" className="vh" name="intention" value="enregistrer" tabIndex={-1} aria-hidden="true">
        Enregistrer
      </button>
      {structure ? (
        <>
          <input type="hidden" name="id" value={structure.id} />
          <VersionField version={structure.version} />
          <ConflictPanel title="La fiche a changé pendant votre saisie" keepHref={structureHref(structure.id)} />
        </>
      ) : null}
      <DuplicateNotice />
      <fieldset className="bare" disabled={isReadOnly}>
        <IdentitySection facts={facts} commune={commune} />
        <FormSection title="Le territoire">
          <TerritoryFields
            territory={facts.territory ?? 'unknown'}
            territoryBasis={facts.territoryBasis ?? null}
            qpvName={facts.qpvName ?? null}
          />
        </FormSection>
        <PresentationSection {...facts} />
        <FormSection title="Contact" hint="Pour le bureau. Jamais public, sauf si vous le demandez ici.">
          <ContactFields {...(structure?.contact ?? NO_CONTACT)} />
        </FormSection>
        <FormSection title="Sources" hint="Ce sur quoi la fiche repose. Il en faut une pour publier.">
          <SourceFields sources={facts.sources ?? []} />
        </FormSection>
      </fieldset>
      {isReadOnly ? null : (
        <div className="form-bar">
          <UnsavedWarning />
          <SubmitButton look="full">{structure ? 'Enregistrer' : 'Créer le brouillon'}</SubmitButton>
          <ButtonLink look="ink" href={cancelHref}>
            Annuler
          </ButtonLink>
        </div>
      )}
    </ActionForm>
  );
}
