import type { Metadata } from 'next';
import { type LastActs, LastDone } from '@/components/office/done-message';
import { PageTitle } from '@/components/office/page-title';
import { HeldAwards } from '@/components/structures/edit/held-awards';
import { StructureForm } from '@/components/structures/edit/structure-form';
import { StructureState } from '@/components/structures/edit/structure-state';
import { structureHref } from '@/lib/domain/office-href';
import { formatInstant } from '@/lib/french/instants';
import { communeWithCode } from '@/lib/geography/place-names';
import { guardStructure } from '@/lib/structures/guard-structure';
import { listHeldAwards } from '@/lib/structures/held-awards';
import { saveStructure } from './actions';
import { StructureSide } from './structure-side';

const DONE: LastActs = {
  creee: {
    verb: 'created',
    sentence: 'Le brouillon est créé. Ajoutez une labellisation et une source pour pouvoir le publier.',
  },
  publiee: { verb: 'published', sentence: 'La fiche est publique.' },
  retiree: { verb: 'withdrawn', sentence: 'La fiche n’est plus publique : c’est un brouillon.' },
  archivee: { verb: 'archived', sentence: 'La fiche est archivée : elle ne compte plus nulle part.' },
  desarchivee: { verb: 'unarchived', sentence: 'La fiche est rétablie, telle qu’elle était.' },
  retablie: {
    verb: 'restored',
    sentence: 'La version choisie est de nouveau en place. Ce retour est lui-même une version, et se défait.',
  },
};

export async function generateMetadata({ params }: PageProps<'/admin/structures/[id]'>): Promise<Metadata> {
  const { structure } = await guardStructure((await params).id);
  return { title: structure.facts.name };
}

export default async function StructurePage({ params, searchParams }: PageProps<'/admin/structures/[id]'>) {
  const { id } = await params;
  const { who, structure, entries, isReadOnly } = await guardStructure(id);
  const [{ fait }, awards] = await Promise.all([searchParams, listHeldAwards(id)]);
  const { facts, version, updatedAt, communeName, regionName, regionCode, state } = structure;
  return (
    <>
      <PageTitle
        title={facts.name}
        crumbs={[
          { label: 'Structures', href: '/admin/structures' },
          { label: regionName, href: `/admin/structures?region=${regionCode}` },
        ]}
      >
        <StructureState state={state} />
        <span className="soft">
          version {version} · modifiée le {formatInstant(updatedAt)}
        </span>
      </PageTitle>
      <LastDone done={fait} acts={DONE} lastAction={entries[0]?.action} />
      <div className="edit-columns">
        <div>
          <StructureForm
            action={saveStructure}
            structure={structure}
            commune={communeWithCode({ name: communeName, code: facts.communeCode })}
            cancelHref={structureHref(id)}
            isReadOnly={isReadOnly}
          />
          <HeldAwards structureId={id} awards={awards} />
        </div>
        <StructureSide structure={structure} entries={entries} who={who} />
      </div>
    </>
  );
}
