import type { Metadata } from 'next';
import { PageTitle } from '@/components/office/page-title';
import { HeldAwards } from '@/components/structures/edit/held-awards';
import { StructureForm } from '@/components/structures/edit/structure-form';
import { StructureState } from '@/components/structures/edit/structure-state';
import { formatInstant } from '@/lib/french/instants';
import { guardStructure } from '@/lib/structures/guard-structure';
import { listHeldAwards } from '@/lib/structures/held-awards';
import { communeLabel } from '@/lib/structures/resolve';
import { saveStructure } from './actions';
import { StructureSide } from './structure-side';

export const metadata: Metadata = { title: 'Structure' };

const DONE: Record<string, string> = {
  creee: 'Le brouillon est créé. Ajoutez une labellisation et une source pour pouvoir le publier.',
  publiee: 'La fiche est publique.',
  retiree: 'La fiche n’est plus publique : c’est un brouillon.',
  archivee: 'La fiche est archivée : elle ne compte plus nulle part.',
  desarchivee: 'La fiche est rétablie, telle qu’elle était.',
  retablie: 'La version choisie est de nouveau en place. Ce retour est lui-même une version, et se défait.',
};

type StructurePageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ fait?: string | string[] }>;
};

export default async function StructurePage({ params, searchParams }: StructurePageProps) {
  const { id } = await params;
  const { who, structure, entries, isReadOnly } = await guardStructure(id);
  const [{ fait }, awards] = await Promise.all([searchParams, listHeldAwards(id)]);
  const { facts, version, updatedAt, communeName, regionName, regionCode, state } = structure;
  // The sentence of a creation has had its time once the draft is worked on.
  const done = typeof fait === 'string' && (fait !== 'creee' || version === 1) ? DONE[fait] : undefined;
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
      {done ? (
        <p className="msg msg--done" role="status">
          {done}
        </p>
      ) : null}
      <div className="edit-columns">
        <div>
          <StructureForm
            action={saveStructure}
            structure={structure}
            commune={communeLabel({ name: communeName, code: facts.communeCode })}
            cancelHref={`/admin/structures/${id}`}
            isReadOnly={isReadOnly}
          />
          <HeldAwards structureId={id} awards={awards} />
        </div>
        <StructureSide structure={structure} entries={entries} who={who} />
      </div>
    </>
  );
}
