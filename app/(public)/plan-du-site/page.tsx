import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { publicWaveHref } from '@/lib/domain/public-href';
import { formatInteger } from '@/lib/french/numbers';
import { placeName } from '@/lib/geography/place-names';
import { type Department, listDepartments, listRegions, type Region } from '@/lib/geography/queries';
import { PAGES, type Page } from '@/lib/site/pages';
import { listWaves } from '@/lib/waves/queries';
import '@/app/reading.css';

export const metadata: Metadata = {
  title: 'Plan du site',
  description: 'Toutes les pages du site : annuaire, régions, départements, vagues et pages d’information.',
  alternates: { canonical: '/plan-du-site' },
};

const linksOf = (part: Page['plan']) =>
  PAGES.filter(({ plan }) => plan === part).map(({ href, label, planLabel }) => (
    <PlanLink key={href} href={href}>
      {planLabel ?? label}
    </PlanLink>
  ));

export default async function SiteMapPage() {
  const [regions, departments, waves] = await Promise.all([listRegions(), listDepartments(), listWaves()]);
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Plan du site</h1>
      </header>
      <Part id="chercher" title="Chercher">
        <ul className="site-plan">{linksOf('chercher')}</ul>
      </Part>
      <Part id="regions" title="Régions et départements">
        <p>
          <a href="/regions">Toutes les régions</a>. Le nombre est celui des fabriques ; les départements qui n’en
          comptent aucune ne sont pas dans cette liste.
        </p>
        <Territories regions={regions} departments={departments} />
      </Part>
      <Part id="vagues" title="Vagues">
        <ul className="site-plan">
          <PlanLink href="/vagues">Toutes les vagues</PlanLink>
          {waves.map(({ id, label, listedCount }) => (
            <PlanLink key={id} href={publicWaveHref(id)} count={listedCount}>
              {label}
            </PlanLink>
          ))}
        </ul>
      </Part>
      <Part id="lire" title="Lire">
        <ul className="site-plan">{linksOf('lire')}</ul>
      </Part>
    </div>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mb-12">
      <div className="sec-head">
        <h2 id={id}>{title}</h2>
      </div>
      {children}
    </section>
  );
}

function PlanLink({ href, count, children }: { href: string; count?: number; children: ReactNode }) {
  return (
    <li>
      <a href={href}>{children}</a>
      {count === undefined ? null : <span className="soft num"> {formatInteger(count)}</span>}
    </li>
  );
}

function Territories({ regions, departments }: { regions: readonly Region[]; departments: readonly Department[] }) {
  return (
    <ul className="site-plan-regions">
      {regions.map((region) => {
        const inside = departments.filter(({ regionCode, structures }) => regionCode === region.code && structures > 0);
        return (
          <li key={region.code}>
            <h3>
              <a href={`/regions/${region.slug}`}>{placeName(region.name)}</a>
              <span className="soft num"> {formatInteger(region.structures)}</span>
            </h3>
            <ul>
              {inside.map(({ code, name, structures }) => (
                <PlanLink key={code} href={`/departements/${code}`} count={structures}>
                  <span className="cote">{code}</span> {placeName(name)}
                </PlanLink>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
