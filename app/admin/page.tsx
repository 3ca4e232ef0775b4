import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { PageTitle } from '@/components/office/page-title';
import { TableHead } from '@/components/ui/table';
import { guardPage } from '@/lib/auth/guard-page';
import { waveHref } from '@/lib/domain/office-href';
import { formatInteger } from '@/lib/french/numbers';
import { plural } from '@/lib/french/words';
import { placeName } from '@/lib/geography/place-names';
import { type OfficeFilter, officeHref, STRUCTURES } from '@/lib/structures/office-filter';
import {
  type Care,
  type GapKey,
  getUpkeep,
  listShortWaves,
  type ShortWave,
  type UpkeepCounts,
} from '@/lib/upkeep/queries';

export const metadata: Metadata = { title: { absolute: 'Tableau de bord · Bureau des Fabriques de territoire' } };

export default async function DashboardPage() {
  const { regionScope } = await guardPage('draft:read');
  const [upkeep, waves] = await Promise.all([getUpkeep(regionScope), listShortWaves()]);
  const { drafts, withoutPosition, published } = upkeep;
  return (
    <>
      <PageTitle
        title="Tableau de bord"
        lead={`${formatInteger(published)} ${plural(published, 'structure publiée', 'structures publiées')}${regionScope === null ? '' : ' dans vos régions'}. Voici ce qui demande un soin.`}
      />
      <Task
        count={drafts.count}
        title={plural(drafts.count, 'brouillon', 'brouillons')}
        done="Aucun brouillon en attente."
      >
        <p>Un brouillon n’est visible nulle part avant sa publication.</p>
        <Examples {...drafts} href={officeHref({ etat: 'brouillon' })} />
      </Task>
      <Task
        count={withoutPosition.count}
        title={`${plural(withoutPosition.count, 'structure', 'structures')} sans position`}
        done="Toutes les structures publiées ont une position."
      >
        <p>Dans la liste, mais absente de la carte tant que le lieu n’est pas situé.</p>
        <Examples {...withoutPosition} href={officeHref({ etat: 'publiee', manque: 'position' })} />
      </Task>
      <Gaps upkeep={upkeep} />
      <ShortWaves waves={waves} />
    </>
  );
}

type TaskProps = { count: number; title: string; done: string; children: ReactNode };

/** A count large enough to be read across the desk, then what it is about. Nothing to do is said, never hidden. */
function Task({ count, title, done, children }: TaskProps) {
  return (
    <section className="task">
      <p className="fig" aria-hidden="true">
        {formatInteger(count)}
      </p>
      <div>
        <h2>
          <span className="vh">{formatInteger(count)} </span>
          {title}
        </h2>
        {count === 0 ? <p className="soft">{done}</p> : children}
      </div>
    </section>
  );
}

function Examples({ count, examples, href }: Care & { href: string }) {
  const others = count - examples.length;
  return (
    <ul className="task-list">
      {examples.map(({ id, name, commune }) => (
        <li key={id}>
          <a href={`${STRUCTURES}/${id}`}>{name}</a> <span className="soft">{placeName(commune)}</span>
        </li>
      ))}
      {others > 0 ? (
        <li>
          <a href={href}>
            et {formatInteger(others)} {plural(others, 'autre', 'autres')}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

const GAPS: readonly { key: GapKey; words: string; manque: OfficeFilter['manque'] }[] = [
  { key: 'territory', words: 'le territoire n’est pas précisé', manque: 'territoire' },
  { key: 'label', words: 'le label n’est pas précisé', manque: 'label' },
  { key: 'website', words: 'pas de site internet', manque: 'site' },
  { key: 'description', words: 'pas de description', manque: 'description' },
];

function Gaps({ upkeep }: { upkeep: UpkeepCounts }) {
  const { incomplete, published, gaps } = upkeep;
  const shown = GAPS.filter(({ key }) => gaps[key] > 0);
  return (
    <Task
      count={incomplete}
      title={plural(incomplete, 'fiche incomplète', 'fiches incomplètes')}
      done="Chaque fiche publiée dit tout ce qu’elle peut dire."
    >
      <p>
        Sur {formatInteger(published)} fiches publiées ; une même fiche peut manquer de plusieurs choses.{' '}
        <a href={officeHref({ etat: 'publiee', manque: 'incomplete' })}>Les voir toutes</a>
      </p>
      <table className="task-table">
        <caption className="vh">Ce qui manque aux fiches publiées</caption>
        <TableHead columns={['Ce qui manque', ['Fiches', 'r']]} />
        <tbody>
          {shown.map(({ key, words, manque }) => (
            <tr key={key}>
              <th scope="row">
                <a href={officeHref({ etat: 'publiee', manque })}>{words}</a>
              </th>
              <td className="r num">{formatInteger(gaps[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Task>
  );
}

function ShortWaves({ waves }: { waves: readonly ShortWave[] }) {
  return (
    <Task
      count={waves.length}
      title={`${plural(waves.length, 'vague dont la liste est plus courte', 'vagues dont la liste est plus courte')} que l’annonce`}
      done="Chaque vague nomme autant de lauréats qu’elle en a annoncé."
    >
      <p>Les noms qui manquent n’ont pas été publiés, ou pas encore saisis.</p>
      <table className="task-table">
        <caption className="vh">Lauréats nommés et annoncés, par vague</caption>
        <TableHead columns={['Vague', ['Nommés', 'r'], ['Annoncés', 'r']]} />
        <tbody>
          {waves.map(({ id, label, listed, announced }) => (
            <tr key={id}>
              <th scope="row">
                <a href={waveHref(id)}>{label}</a>
              </th>
              <td className="r num">{formatInteger(listed)}</td>
              <td className="r num">{formatInteger(announced)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Task>
  );
}
