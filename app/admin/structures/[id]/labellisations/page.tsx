import type { Metadata } from 'next';
import { AwardsTable } from '@/components/office/awards-table';
import { PageTitle } from '@/components/office/page-title';
import { SelectField } from '@/components/ui/select-field';
import { guardAwarded } from '@/lib/awards/guard-awarded';
import { listAwardsOfStructure } from '@/lib/awards/queries';
import { structureHref } from '@/lib/domain/office-href';
import { placeName } from '@/lib/geography/place-names';
import { may } from '@/lib/permissions/policy';
import { listWaves } from '@/lib/waves/queries';
import { AdditionForm } from './addition-form';

type AwardsPageProps = PageProps<'/admin/structures/[id]/labellisations'>;

export async function generateMetadata({ params }: AwardsPageProps): Promise<Metadata> {
  const { structure } = await guardAwarded((await params).id);
  return { title: `Labellisations de ${structure.name}` };
}

export default async function AwardsPage({ params }: AwardsPageProps) {
  const { id } = await params;
  const { who, structure } = await guardAwarded(id);
  const [awards, waves] = await Promise.all([listAwardsOfStructure(id), listWaves()]);
  const others = waves.filter((wave) => !awards.some(({ waveId }) => waveId === wave.id));
  return (
    <>
      <PageTitle
        title="Labellisations"
        crumbs={[
          { label: 'Structures', href: '/admin/structures' },
          { label: structure.name, href: structureHref(structure.id) },
        ]}
        lead={`${structure.name}, ${placeName(structure.commune)}`}
      />
      {awards.length > 0 ? (
        <AwardsTable caption="Vagues de cette structure" awards={awards} by="wave" />
      ) : (
        <p>Cette structure n’est dans aucune vague.</p>
      )}
      {others.length > 0 && may(who, 'award:edit', [structure.regionCode]) ? (
        <section className="office-section no-print" aria-labelledby="ajouter-titre">
          <h2 id="ajouter-titre">Ajouter à une vague</h2>
          <AdditionForm label="Ajouter à une vague">
            <input type="hidden" name="structureId" value={structure.id} />
            <SelectField
              name="waveId"
              label="Vague"
              initially={others.at(-1)?.id}
              options={others.map(({ id: value, label }) => ({ value, label }))}
            />
          </AdditionForm>
        </section>
      ) : null}
    </>
  );
}
