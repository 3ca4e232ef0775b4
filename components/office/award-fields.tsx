import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { AWARD_FACTS, AWARD_FIELDS } from '@/lib/awards/fields';
import type { AwardFacts } from '@/lib/awards/state';
import { AWARD_LABEL_NAMES, type AwardLabel, LABELS } from '@/lib/domain/award-label';
import { upperFirst } from '@/lib/french/words';

const LABEL_OPTIONS = LABELS.map((value) => ({ value, label: AWARD_LABEL_NAMES[value] }));

export const LabelChoice = ({ initially = 'unknown' }: { initially?: AwardLabel }) => (
  <Choice name="label" legend="Label" options={LABEL_OPTIONS} initially={[initially]} />
);

export function AwardFields({ facts }: { facts: AwardFacts }) {
  return (
    <>
      <fieldset className="form-group">
        <legend>La labellisation</legend>
        <LabelChoice initially={facts.label} />
        <Field
          name="sourceUrl"
          type="url"
          label="Source"
          hint="L’adresse de la page qui annonce cette structure."
          initially={facts.sourceUrl}
        />
      </fieldset>
      <fieldset className="form-group form-group--columns">
        <legend>La convention</legend>
        <Field name="conventionOn" type="date" label="Date de signature" initially={facts.conventionOn} />
        <Field name="conventionReference" label="Référence" maxLength={100} initially={facts.conventionReference} />
        <TextArea name="conventionObject" label="Objet" rows={2} initially={facts.conventionObject} />
      </fieldset>
    </>
  );
}

export const AWARD_FIELD_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  AWARD_FACTS.map((name) => [name, upperFirst(AWARD_FIELDS[name].label)]),
);
