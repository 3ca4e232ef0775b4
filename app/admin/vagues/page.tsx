import type { Metadata } from 'next';
import { DoneNote } from '@/components/office/done-message';
import { PageTitle } from '@/components/office/page-title';
import { ButtonLink } from '@/components/ui/button';
import { FrenchDate } from '@/components/ui/french-text';
import { Icon } from '@/components/ui/icon';
import { type Column, NumberCell, ScrolledTable } from '@/components/ui/table';
import { guardPage } from '@/lib/auth/guard-page';
import { waveHref } from '@/lib/domain/office-href';
import { formatEuros, formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { holds } from '@/lib/permissions/policy';
import { listDeletedWaves, listWaveLines, type WaveLine } from '@/lib/waves/office-queries';
import { DeletedWaves } from './deleted-waves';

export const metadata: Metadata = { title: 'Vagues' };

const COLUMNS: readonly Column[] = [
  'Vague',
  'Annonce',
  ['Annoncés', 'r'],
  ['Dans l’annuaire', 'r'],
  ['Avec un montant', 'r'],
  ['Promis', 'r'],
];

export default async function WavesPage({ searchParams }: PageProps<'/admin/vagues'>) {
  const who = await guardPage('draft:read');
  const canEdit = holds(who, 'wave:edit');
  const [{ fait }, waves, deleted] = await Promise.all([
    searchParams,
    listWaveLines(),
    canEdit ? listDeletedWaves() : [],
  ]);
  return (
    <>
      <PageTitle
        title="Vagues"
        lead={`Ce que chacune a annoncé, et ce que l’annuaire en sait${who.regionScope === null ? '' : ', dans toute la France'}.`}
      />
      <DoneNote>
        {fait === 'supprimee' && 'La vague est supprimée. Elle se rétablit plus bas, telle qu’elle était.'}
      </DoneNote>
      {canEdit ? (
        <p>
          <ButtonLink look="full" href="/admin/vagues/nouvelle">
            <Icon name="plus" /> Nouvelle vague
          </ButtonLink>
        </p>
      ) : null}
      <ScrolledTable className="office-table" caption="Vagues, de la première à la dernière" columns={COLUMNS}>
        {waves.map((wave) => (
          <Line key={wave.id} wave={wave} />
        ))}
      </ScrolledTable>
      <DeletedWaves waves={deleted} />
    </>
  );
}

function Line({ wave }: { wave: WaveLine }) {
  const hidden = wave.awardCount - wave.listedCount;
  return (
    <tr>
      <th scope="row">
        <a href={waveHref(wave.id)}>{wave.label}</a>
        <small>{wave.id}</small>
      </th>
      <td>
        <FrenchDate date={wave.announcedOn} precision={wave.announcedOnPrecision} period={wave.announcedPeriod} />
      </td>
      <NumberCell label="Annoncés">
        {wave.announcedCount === null ? <span className="soft">non précisé</span> : formatInteger(wave.announcedCount)}
      </NumberCell>
      <NumberCell label="Dans l’annuaire">
        {formatInteger(wave.listedCount)}
        {hidden > 0 ? (
          <small>
            et {formatInteger(hidden)} non {plural(hidden, 'publiée', 'publiées')}
          </small>
        ) : null}
      </NumberCell>
      <NumberCell label="Avec un montant">{formatInteger(wave.fundedCount)}</NumberCell>
      <NumberCell label="Promis">
        {wave.fundedCount === 0 ? <span className="soft">non précisé</span> : formatEuros(wave.promisedEuros)}
      </NumberCell>
    </tr>
  );
}
