import { AWARD_FIELD_LABELS, AwardFields } from '@/components/office/award-fields';
import { ConflictPanel, VersionField } from '@/components/office/conflict-panel';
import { FundingFigures } from '@/components/office/funding-figures';
import { InstalmentRows } from '@/components/office/instalment-rows';
import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnsavedWarning } from '@/components/ui/unsaved-warning';
import type { InstalmentState } from '@/lib/awards/instalment-state';
import type { AwardState } from '@/lib/awards/state';
import { fieldName, MOST_ROWS, rowName, type TypedRow } from '@/lib/awards/typed-rows';
import type { AwardKey } from '@/lib/domain/award-key';
import { type MoneyRule, yearsToPlan } from '@/lib/domain/money-rule';
import { awardHref } from '@/lib/domain/office-href';
import { describeRule } from '@/lib/domain/rule-words';
import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { saveAward } from './actions';

const text = (value: number | string | null) => (value === null ? '' : String(value));

const toRow = (instalment: InstalmentState): TypedRow => ({
  id: instalment.id,
  purpose: instalment.purpose,
  yearOfAid: text(instalment.yearOfAid),
  calendarYear: text(instalment.calendarYear),
  amountEuros: formatInteger(instalment.amountEuros),
  status: instalment.status,
  paidOn: text(instalment.paidOn),
  sourceUrl: text(instalment.sourceUrl),
});

const CELLS = [
  ['yearOfAid', 'année'],
  ['purpose', 'objet'],
  ['status', 'état'],
  ['amountEuros', 'montant'],
  ['calendarYear', 'année civile'],
  ['paidOn', 'date de versement'],
  ['sourceUrl', 'source'],
] as const;

const CELL_LABELS = Object.fromEntries(
  Array.from({ length: MOST_ROWS }, (_, at) =>
    CELLS.map(([field, words]) => [fieldName(rowName(at), field), `Versement ${at + 1}, ${words}`]),
  ).flat(),
);

type AwardFormProps = {
  ids: AwardKey;
  award: { version: number; state: AwardState };
  wave: MoneyRule & { shortLabel: string; flatRate: boolean };
};

export function AwardForm({ ids, award: { version, state }, wave }: AwardFormProps) {
  const toPlan = yearsToPlan(wave, state.instalments);
  const rows = state.instalments.map(toRow);
  const rule = describeRule(wave);
  return (
    <ActionForm
      id="aide"
      action={saveAward}
      className="form award-form"
      label="Labellisation et versements"
      labels={{ ...AWARD_FIELD_LABELS, ...CELL_LABELS }}
      work={{ usual: 'Enregistrement de la labellisation', byIntention: { prevoir: 'Préparation des versements' } }}
    >
      <UnsavedWarning />
      <input type="hidden" name="structureId" value={ids.structureId} />
      <input type="hidden" name="waveId" value={ids.waveId} />
      <VersionField version={version} />
      <ConflictPanel title="La labellisation a changé pendant votre saisie" keepHref={awardHref(ids)} />
      <AwardFields facts={state} />
      <section className="form-group" aria-labelledby="versements">
        <h2 id="versements">Les versements</h2>
        <p className="small soft">
          Règle{'\u00A0'}: {rule}.
        </p>
        <InstalmentRows key={version} saved={rows} />
        <FundingFigures rule={wave} saved={{ label: state.label, rows }} />
      </section>
      <div className="form-bar">
        <SubmitButton look="full" pending="Enregistrement…">
          Enregistrer
        </SubmitButton>
        {toPlan.length > 0 && toPlan[0] ? (
          <Button type="submit" name="intention" value="prevoir">
            Prévoir {plural(toPlan.length, 'le versement', `les ${toPlan.length} versements`)} de{' '}
            {formatEuros(toPlan[0].amountEuros)}
          </Button>
        ) : null}
      </div>
    </ActionForm>
  );
}
