import type { Metadata } from 'next';
import { PageTitle } from '@/components/office/page-title';
import { StructureForm } from '@/components/structures/edit/structure-form';
import { guardPage } from '@/lib/auth/guard-page';
import { createStructure } from './actions';

export const metadata: Metadata = { title: 'Nouvelle structure' };

export default async function NewStructurePage() {
  await guardPage('structure:edit');
  return (
    <>
      <PageTitle
        title="Nouvelle structure"
        crumbs={[{ label: 'Structures', href: '/admin/structures' }]}
        lead="Elle commence en brouillon : visible nulle part avant sa publication."
      />
      <div className="edit-columns">
        <StructureForm action={createStructure} structure={null} commune="" cancelHref="/admin/structures" />
      </div>
    </>
  );
}
