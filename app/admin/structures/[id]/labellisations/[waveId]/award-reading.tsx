import { instalmentWords } from '@/lib/awards/instalment-state';
import type { AwardState } from '@/lib/awards/state';
import { AWARD_LABEL_NAMES } from '@/lib/domain/award-label';
import { sumInstalments } from '@/lib/domain/money-rule';
import { formatDate } from '@/lib/french/dates';
import { formatEuros } from '@/lib/french/numbers';

export function AwardReading({ state }: { state: AwardState }) {
  const { conventionOn, conventionReference, conventionObject } = state;
  const convention = [conventionOn && formatDate(conventionOn), conventionReference, conventionObject].filter(Boolean);
  return (
    <section className="office-section" aria-labelledby="lecture">
      <h2 id="lecture">La labellisation et son aide</h2>
      <p>Label : {AWARD_LABEL_NAMES[state.label]}</p>
      <p>Convention : {convention.join(', ') || 'non précisée'}</p>
      <ul className="task-list">
        {state.instalments.map((instalment) => (
          <li key={instalment.id}>{instalmentWords(instalment)}</li>
        ))}
      </ul>
      <p>
        Promis en tout : <b>{formatEuros(sumInstalments(state.instalments).promisedEuros)}</b>
      </p>
    </section>
  );
}
