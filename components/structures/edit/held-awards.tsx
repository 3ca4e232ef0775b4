import { AWARD_LABEL_NAMES } from '@/lib/domain/award-label';
import { awardHref, structureHref } from '@/lib/domain/office-href';
import type { HeldAward } from '@/lib/structures/held-awards';

type HeldAwardsProps = { structureId: string; awards: readonly HeldAward[] };

export function HeldAwards({ structureId, awards }: HeldAwardsProps) {
  return (
    <section className="office-section" aria-labelledby="labellisations">
      <h2 id="labellisations">Labellisations</h2>
      {awards.length === 0 ? (
        <p className="soft">Aucune vague ne compte encore cette structure : il en faut une pour publier.</p>
      ) : (
        <ul className="task-list">
          {awards.map(({ id, label, wave }) => (
            <li key={id}>
              <a href={awardHref({ structureId, waveId: wave.id })}>{wave.label}</a>{' '}
              <span className="soft">
                {label === 'unknown' ? 'label non précisé' : AWARD_LABEL_NAMES[label].toLowerCase()}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`${structureHref(structureId)}/labellisations`}>Vagues et versements</a>
      </p>
    </section>
  );
}
