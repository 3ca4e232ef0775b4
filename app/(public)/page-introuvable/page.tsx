import type { Metadata } from 'next';
import { SiteSearch } from '@/components/site/site-search';
import '@/app/reading.css';

export const metadata: Metadata = { title: 'Page introuvable', robots: { index: false, follow: true } };

/** Answered under every address that leads nowhere, so it tells nothing of its own. */
export default function MissingPage() {
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>Cette page n’existe pas</h1>
        <p className="lead">
          L’adresse est mal écrite, ou la page a été retirée. Cherchez plutôt par nom ou par commune{'\u00A0'}:
        </p>
      </header>
      <SiteSearch />
      <WaysOn />
    </div>
  );
}

function WaysOn() {
  return (
    <nav aria-labelledby="chemins" className="mt-12">
      <h2 id="chemins" className="mb-3 text-xl">
        Ou reprenez par ici
      </h2>
      <ul className="linkrow">
        <li>
          <a href="/fabriques">Toutes les fabriques</a>
        </li>
        <li>
          <a href="/regions">Par région</a>
        </li>
        <li>
          <a href="/vagues">Par vague</a>
        </li>
        <li>
          <a href="/plan-du-site">Plan du site</a>
        </li>
      </ul>
    </nav>
  );
}
