import type { Metadata } from 'next';
import { ChangeHistory } from '@/components/office/change-history';
import { type LastActs, LastDone } from '@/components/office/done-message';
import { PageTitle } from '@/components/office/page-title';
import { ActionForm } from '@/components/ui/action-form';
import { YesBox } from '@/components/ui/choice';
import { SubmitButton } from '@/components/ui/submit-button';
import { guardAwarded } from '@/lib/awards/guard-awarded';
import { type AwardedStructure, getAward, listAwardHistory } from '@/lib/awards/queries';
import { type AwardKey, awardKey } from '@/lib/domain/award-key';
import { structureHref } from '@/lib/domain/office-href';
import { recordHref } from '@/lib/domain/public-href';
import { may } from '@/lib/permissions/policy';
import { guardWave } from '@/lib/waves/guard-wave';
import { AdditionForm } from '../addition-form';
import { removeAward, restoreAward } from './actions';
import { AwardForm } from './award-form';
import { AwardReading } from './award-reading';

const DONE: LastActs = {
  ajoutee: { verb: 'added', sentence: 'La structure est ajoutée à la vague.' },
  retiree: {
    verb: 'removed',
    sentence: 'La structure est retirée de la vague. L’historique ci-dessous permet de la rétablir.',
  },
  revenue: { verb: 'restored', sentence: 'La version choisie est de nouveau en place.' },
};

type Version = { version: number | null };
type AwardPageProps = PageProps<'/admin/structures/[id]/labellisations/[waveId]'>;

export async function generateMetadata({ params }: AwardPageProps): Promise<Metadata> {
  const { id, waveId } = await params;
  const { structure } = await guardAwarded(id);
  const { wave } = await guardWave(waveId);
  return { title: `${structure.name}, ${wave.facts.shortLabel}` };
}

export default async function AwardPage({ params, searchParams }: AwardPageProps) {
  const { id, waveId } = await params;
  const { who, structure } = await guardAwarded(id);
  const { wave } = await guardWave(waveId);
  const { fait } = await searchParams;
  const ids = { structureId: id, waveId };
  const [award, changes] = await Promise.all([getAward(ids), listAwardHistory(ids)]);
  const canEdit = may(who, 'award:edit', [structure.regionCode]);
  return (
    <>
      <AwardTitle structure={structure} shortLabel={wave.facts.shortLabel} version={award?.version ?? null} />
      <LastDone done={fait} acts={DONE} lastAction={changes[0]?.action} />
      {award && canEdit ? <AwardForm ids={ids} award={award} wave={wave.facts} /> : null}
      {award && !canEdit ? <AwardReading state={award.state} /> : null}
      {!award && canEdit ? <Addition {...ids} /> : null}
      {award || changes.length > 0 ? (
        <section className="office-section" aria-labelledby="historique">
          <h2 id="historique">Historique</h2>
          <ChangeHistory
            changes={changes}
            birth="award.added"
            subjectId={awardKey(ids)}
            renderWayBack={(entryId) =>
              canEdit ? <WayBack {...ids} version={award?.version ?? null} entryId={entryId} /> : null
            }
          />
        </section>
      ) : null}
      {award && canEdit ? <Removal {...ids} version={award.version} /> : null}
    </>
  );
}

function AwardTitle({ structure, shortLabel, version }: { structure: AwardedStructure; shortLabel: string } & Version) {
  return (
    <PageTitle
      title={`${structure.name}, ${shortLabel}`}
      crumbs={[
        { label: 'Structures', href: '/admin/structures' },
        { label: structure.name, href: structureHref(structure.id) },
        { label: 'Labellisations', href: `${structureHref(structure.id)}/labellisations` },
      ]}
      lead={structure.slug ? <a href={recordHref(structure.slug)}>Ce que voit le public</a> : 'Structure non publiée'}
    >
      {version === null ? null : <span className="soft small">version {version}</span>}
    </PageTitle>
  );
}

const KeyFields = ({ structureId, waveId }: AwardKey) => (
  <>
    <input type="hidden" name="structureId" value={structureId} />
    <input type="hidden" name="waveId" value={waveId} />
  </>
);

function WayBack({ entryId, version, ...ids }: AwardKey & Version & { entryId: string }) {
  return (
    <ActionForm id={`revenir-${entryId}`} action={restoreAward} label="Revenir à cette version">
      <KeyFields {...ids} />
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="version" value={version ?? ''} />
      <SubmitButton small>Revenir à cette version</SubmitButton>
    </ActionForm>
  );
}

function Addition(ids: AwardKey) {
  return (
    <section className="office-section" aria-labelledby="ajouter-titre">
      <h2 id="ajouter-titre">Cette structure n’est pas dans la vague</h2>
      <AdditionForm label="Ajouter à la vague">
        <KeyFields {...ids} />
      </AdditionForm>
    </section>
  );
}

function Removal({ version, ...ids }: AwardKey & { version: number }) {
  return (
    <section className="office-section no-print" aria-labelledby="retirer-titre">
      <h2 id="retirer-titre">Retirer de la vague</h2>
      <p>
        La labellisation et ses versements disparaissent du site, sauf si l’un d’eux est déjà versé. L’historique les
        garde : cela se défait.
      </p>
      <ActionForm id="retirer" action={removeAward} className="form" label="Retirer de la vague">
        <KeyFields {...ids} />
        <input type="hidden" name="version" value={version} />
        <YesBox name="confirm" legend="Confirmation" label="Retirer cette structure de la vague" />
        <SubmitButton look="ink">Retirer de la vague</SubmitButton>
      </ActionForm>
    </section>
  );
}
