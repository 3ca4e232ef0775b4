import { JournalLink } from '@/components/office/journal-link';
import { ActionForm } from '@/components/ui/action-form';
import { YesBox } from '@/components/ui/choice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { SignedIn } from '@/lib/auth/session';
import { structureHref } from '@/lib/domain/office-href';
import { recordHref } from '@/lib/domain/public-href';
import { missingWords } from '@/lib/domain/publishable';
import type { FormAction } from '@/lib/forms/form-action';
import { formatInstant } from '@/lib/french/instants';
import { actionWords, authorWords } from '@/lib/journal/labels';
import { holds } from '@/lib/permissions/policy';
import type { EditedStructure } from '@/lib/structures/edited';
import type { HistoryEntry } from '@/lib/structures/history';
import { missingToPublish } from '@/lib/structures/rules';
import { archiveStructure, eraseDraft, publishStructure, unarchiveStructure, withdrawStructure } from './actions';

const SHOWN_VERSIONS = 5;

type StepProps = { id: string; action: FormAction<null>; structure: EditedStructure; button: string; isMain?: boolean };

function Step({ id, action, structure, button, isMain = false }: StepProps) {
  return (
    <ActionForm id={id} action={action} className="form" label={button}>
      <input type="hidden" name="id" value={structure.id} />
      <input type="hidden" name="version" value={structure.version} />
      <SubmitButton look={isMain ? 'plain' : 'ink'}>{button}</SubmitButton>
    </ActionForm>
  );
}

function Publication({ structure, who }: { structure: EditedStructure; who: SignedIn }) {
  const { state, facts, awardCount } = structure;
  const missing = missingToPublish(facts, awardCount);
  const mayPublish = holds(who, 'structure:publish');
  const mayArchive = holds(who, 'structure:archive');
  return (
    <section aria-labelledby="publication">
      <h2 id="publication">Publication</h2>
      {state === 'draft' && missing.length > 0 ? <p>Pour publier, il manque {missingWords(missing)}.</p> : null}
      {state === 'draft' && missing.length === 0 ? <p>Rien ne manque : la fiche peut être publiée.</p> : null}
      {state === 'published' ? <p>Visible de tous, et comptée partout.</p> : null}
      {state === 'archived' ? <p>La fiche ne compte nulle part, et son adresse répond « introuvable ».</p> : null}
      <div className="side-steps">
        {mayPublish && state === 'draft' && missing.length === 0 ? (
          <Step id="publier" action={publishStructure} structure={structure} button="Publier" isMain />
        ) : null}
        {mayPublish && state === 'published' ? (
          <Step id="retirer" action={withdrawStructure} structure={structure} button="Remettre en brouillon" />
        ) : null}
        {mayArchive && state !== 'archived' ? (
          <Step id="archiver" action={archiveStructure} structure={structure} button="Archiver" />
        ) : null}
        {mayArchive && state === 'archived' ? (
          <Step id="retablir" action={unarchiveStructure} structure={structure} button="Rétablir" />
        ) : null}
      </div>
    </section>
  );
}

function Versions({ id, entries }: { id: string; entries: readonly HistoryEntry[] }) {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Dernières versions</h2>
      <ul className="task-list">
        {entries.slice(0, SHOWN_VERSIONS).map((entry) => (
          <li key={entry.id}>
            <a href={`${structureHref(id)}/historique#modification-${entry.id}`}>Version {entry.version}</a>
            <span className="side-note">
              {formatInstant(entry.at)}, {authorWords(entry)} : {actionWords(entry.action)}
            </span>
          </li>
        ))}
        {entries.length === 0 ? <li className="soft">Chargement initial, jamais modifiée depuis.</li> : null}
      </ul>
      <p>
        <a href={`${structureHref(id)}/historique`}>Tout l’historique</a>
      </p>
      <JournalLink subjectId={id} />
    </section>
  );
}

function Erasure({ structure }: { structure: EditedStructure }) {
  return (
    <section className="no-print" aria-labelledby="effacer-titre">
      <h2 id="effacer-titre">Effacer</h2>
      <p>
        Jamais publiée, cette fiche peut disparaître pour de bon, avec tout ce que le journal en disait. Il n’en garde
        qu’une ligne : qui l’a effacée, quand, et sous quel identifiant.
      </p>
      <ActionForm id="effacer" action={eraseDraft} className="form" label="Effacer ce brouillon">
        <input type="hidden" name="id" value={structure.id} />
        <input type="hidden" name="version" value={structure.version} />
        <YesBox name="confirm" legend="Confirmation" label="Je veux effacer ce brouillon" />
        <SubmitButton look="ink">Effacer pour de bon</SubmitButton>
      </ActionForm>
    </section>
  );
}

type StructureSideProps = { structure: EditedStructure; entries: readonly HistoryEntry[]; who: SignedIn };

export function StructureSide({ structure, entries, who }: StructureSideProps) {
  const { id, slug, state, wasPublished } = structure;
  return (
    <aside className="office-side" aria-label="Repères">
      <Publication structure={structure} who={who} />
      <Versions id={id} entries={entries} />
      <section className="no-print" aria-labelledby="public">
        <h2 id="public">Ce que voit le public</h2>
        {state === 'published' ? (
          <p>
            <a href={recordHref(slug)}>Ouvrir la fiche publiée</a>
          </p>
        ) : (
          <p className="soft">Rien : cette fiche n’est pas publique.</p>
        )}
      </section>
      {!wasPublished && holds(who, 'structure:erase') ? <Erasure structure={structure} /> : null}
    </aside>
  );
}
