import { isRuleUnpublished, ruleLines } from '@/lib/domain/rule-words';
import type { Wave } from '@/lib/waves/queries';

export function MoneyRuleBox({ wave }: { wave: Wave }) {
  return (
    <section className="rule-box" aria-labelledby="regle">
      <h2 id="regle">L’aide prévue pour cette vague</h2>
      {isRuleUnpublished(wave) ? (
        <p>La règle de l’aide n’est pas publiée.</p>
      ) : (
        <dl>
          {ruleLines(wave).map(({ amount, meaning }) => (
            <div key={meaning}>
              <dt>{meaning}</dt>
              {amount === null ? <dd className="soft">non publié</dd> : <dd>{amount}</dd>}
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
