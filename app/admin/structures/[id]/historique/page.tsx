import type { Metadata } from 'next';
import { JournalLink } from '@/components/office/journal-link';
import { Facts } from '@/components/office/journal-table';
import { PageTitle } from '@/components/office/page-title';
import { StructureState } from '@/components/structures/edit/structure-state';
import { VersionDifference } from '@/components/structures/edit/version-difference';
import { ActionForm } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { isCut, MOST_SHOWN } from '@/lib/audit/changes';
import { structureHref } from '@/lib/domain/office-href';
import { formatInstant } from '@/lib/french/instants';
import { areaNamesIn } from '@/lib/journal/area-names';
import { actionWords, authorWords } from '@/lib/journal/labels';
import type { EditedStructure } from '@/lib/structures/edited';
import type { StructureFacts } from '@/lib/structures/facts';
import { guardStructure } from '@/lib/structures/guard-structure';
import { getFormerFacts, type HistoryEntry } from '@/lib/structures/history';
import { restoreVersion } from '../actions';

type EntriesProps = { entries: HistoryEntry[]; id: string; current: number; names: ReadonlyMap<string, string> };

function Entries({ entries, id, current, names }: EntriesProps) {
  return (
    <>
      <ol className="history">
        {entries.slice(0, MOST_SHOWN).map((entry) => (
          <li key={entry.id} id={`modification-${entry.id}`}>
            <h2>
              Version {entry.version} <span className="soft">{actionWords(entry.action)}</span>
            </h2>
            <p className="soft">
              {formatInstant(entry.at)}, {authorWords(entry)}
            </p>
            <Facts entry={entry} regionNames={names} />
            {entry.version === null || entry.version >= current ? null : (
              <p>
                <a href={`${structureHref(id)}/historique?version=${entry.version}`}>
                  Comparer la version {entry.version} à la fiche actuelle
                </a>
              </p>
            )}
          </li>
        ))}
        {isCut(entries) || entries.at(-1)?.version === 1 ? null : (
          <li>
            <h2>
              Version 1 <span className="soft">chargement initial</span>
            </h2>
            {current > 1 ? (
              <p>
                <a href={`${structureHref(id)}/historique?version=1`}>Comparer la version 1 à la fiche actuelle</a>
              </p>
            ) : (
              <p className="soft">Jamais modifiée depuis.</p>
            )}
          </li>
        )}
      </ol>
      <JournalLink subjectId={id} isCut={isCut(entries)} />
    </>
  );
}

type WayBackProps = { structure: EditedStructure; former: StructureFacts; target: number; isReadOnly: boolean };

async function WayBack({ structure, former, target, isReadOnly }: WayBackProps) {
  const { id, facts, version } = structure;
  const names = await areaNamesIn([{ before: { ...former }, after: { ...facts } }]);
  return (
    <section className="office-section" aria-labelledby="difference">
      <h2 id="difference">
        La version {target} et la fiche actuelle (version {version})
      </h2>
      <VersionDifference former={former} current={facts} target={target} communeNames={names} />
      {isReadOnly ? null : (
        <ActionForm id="revenir" action={restoreVersion} className="form" label="Revenir">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="target" value={target} />
          <SubmitButton look="full">Revenir à cette version</SubmitButton>
        </ActionForm>
      )}
      <p className="soft">Le contact et la publication ne changent pas. Ce retour sera lui-même une version.</p>
    </section>
  );
}

export async function generateMetadata({ params }: PageProps<'/admin/structures/[id]/historique'>): Promise<Metadata> {
  const { structure } = await guardStructure((await params).id);
  return { title: `Historique de ${structure.facts.name}` };
}

export default async function HistoryPage({ params, searchParams }: PageProps<'/admin/structures/[id]/historique'>) {
  const { id } = await params;
  const { structure, entries, isReadOnly } = await guardStructure(id);
  const target = Number((await searchParams).version);
  const former = target < structure.version ? await getFormerFacts(structure, target) : null;
  return (
    <>
      <PageTitle
        title={`Historique de ${structure.facts.name}`}
        crumbs={[
          { label: 'Structures', href: '/admin/structures' },
          { label: structure.facts.name, href: structureHref(id) },
        ]}
      >
        <StructureState state={structure.state} />
        <span className="soft">version {structure.version}</span>
      </PageTitle>
      {former ? <WayBack {...{ structure, former, target, isReadOnly }} /> : null}
      <Entries {...{ entries, id }} current={structure.version} names={await areaNamesIn(entries)} />
    </>
  );
}
