import { Choice, YesBox } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-area';
import { formatInteger } from '@/lib/french/numbers';
import { toTypedDate } from '@/lib/french/typed-values';
import { upperFirst } from '@/lib/french/words';
import { WAVE_FACTS, WAVE_FIELDS, type WaveFact, waveFactLabel } from '@/lib/waves/fields';
import type { WaveFacts } from '@/lib/waves/schema';

export const WAVE_FIELD_LABELS: Readonly<Record<string, string>> = {
  id: 'Identifiant',
  ...Object.fromEntries(WAVE_FACTS.map((name) => [name, waveFactLabel(name)])),
};

const PRECISIONS = Object.entries(WAVE_FIELDS.announcedOnPrecision.choices).map(([value, words]) => ({
  value,
  label: upperFirst(words),
}));

type Facts = { facts: WaveFacts | null };
type NumberName = { [Name in WaveFact]: WaveFacts[Name] extends number | null ? Name : never }[WaveFact];
type NumberFieldProps = Facts & { name: NumberName; label: string; hint?: string; required?: boolean };

/** Euros are written with their thousands apart. */
function NumberField({ name, facts, ...field }: NumberFieldProps) {
  const value = facts?.[name] ?? null;
  const written = WAVE_FIELDS[name].kind === 'euros' ? formatInteger : String;
  return <Field name={name} inputMode="numeric" initially={value === null ? '' : written(value)} {...field} />;
}

function Naming({ facts }: Facts) {
  return (
    <fieldset className="form-group form-group--columns">
      <legend>La vague</legend>
      <Field name="label" label="Nom" hint="Par exemple « Vague 11 : 2027 »." initially={facts?.label} required />
      <Field
        name="shortLabel"
        label="Nom court"
        hint="« Vague 11 » : celui des phrases et des tableaux."
        initially={facts?.shortLabel}
        required
      />
      <NumberField name="rank" label="Rang" hint="Sa place parmi les vagues." facts={facts} required />
      <Field name="sourceUrl" type="url" label="Source" hint="La page de l’annonce." initially={facts?.sourceUrl} />
    </fieldset>
  );
}

const typedAnnouncement = (facts: WaveFacts | null) => {
  if (!facts?.announcedOn) return '';
  const precision = facts.announcedOnPrecision === 'period' ? 'day' : facts.announcedOnPrecision;
  return toTypedDate(facts.announcedOn, precision);
};

function Dates({ facts }: Facts) {
  return (
    <fieldset className="form-group form-group--columns">
      <legend>Les dates</legend>
      <Field name="opensOn" type="date" label="Ouverture des candidatures" initially={facts?.opensOn} />
      <Field name="closesOn" type="date" label="Clôture des candidatures" initially={facts?.closesOn} />
      <Field
        name="announcedOn"
        label="Annonce des lauréats"
        hint="03/02/2020, 12/2021 ou 2021, selon la source."
        initially={typedAnnouncement(facts)}
      />
      <Field
        name="announcedPeriod"
        label="Période en mots"
        hint="« de février 2020 au début de 2021 »"
        initially={facts?.announcedPeriod}
      />
      <Choice
        name="announcedOnPrecision"
        legend="Ce que la source précise"
        options={PRECISIONS}
        initially={[facts?.announcedOnPrecision ?? 'day']}
        className="form-line"
      />
    </fieldset>
  );
}

function Numbers({ facts }: Facts) {
  return (
    <fieldset className="form-group form-group--columns form-group--three">
      <legend>Les nombres annoncés</legend>
      <NumberField name="announcedCount" label="Lauréats" facts={facts} />
      <NumberField name="announcedFabriqueCount" label="dont fabriques" facts={facts} />
      <NumberField name="announcedFabriqueNumeriqueCount" label="dont fabriques numériques" facts={facts} />
    </fieldset>
  );
}

function Money({ facts }: Facts) {
  return (
    <fieldset className="form-group form-group--columns form-group--three">
      <legend>La règle de l’aide</legend>
      <p className="small soft form-line">Une case vide ne refuse rien : elle se lit « non publié ».</p>
      <NumberField name="annualCeilingEuros" label="Plafond par an (€)" facts={facts} />
      <NumberField name="durationYears" label="Durée en années" facts={facts} />
      <NumberField name="digitalBonusEuros" label="Bonus numérique (€)" facts={facts} />
      <NumberField name="minTotalEuros" label="Total minimum (€)" facts={facts} />
      <NumberField name="maxTotalEuros" label="Total maximum (€)" facts={facts} />
      <YesBox name="flatRate" legend="Forfait" label="La même somme pour chacune" isTicked={facts?.flatRate ?? false} />
    </fieldset>
  );
}

export function WaveFields({ facts }: Facts) {
  return (
    <>
      <Naming facts={facts} />
      <Dates facts={facts} />
      <Numbers facts={facts} />
      <Money facts={facts} />
      <fieldset className="form-group">
        <legend>À savoir</legend>
        <TextArea name="note" label="Note" hint="Publiée sur la page de la vague." rows={4} initially={facts?.note} />
      </fieldset>
    </>
  );
}
