import { PAGES, type Page } from '@/lib/site/pages';

const linksOf = (part: Page['foot']) =>
  PAGES.filter(({ foot }) => foot === part).map(({ href, label, footNote = '' }) => ({
    href,
    label: label + footNote,
  }));

/** The reused tables ask for it, on every page and on paper. */
export const SOURCES =
  'Sources : ANCT, Fabriques de territoire (janvier 2024) ; CGET, recensement des tiers-lieux 2019 ; IREV, 4 février 2020. Licence Ouverte 2.0.';

function Links({ title, links }: { title: string; links: ReadonlyArray<{ href: string; label: string }> }) {
  return (
    <nav aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function Footer({ contactEmail }: { contactEmail: string | null }) {
  const contact = contactEmail ? [{ href: `mailto:${contactEmail}`, label: 'Écrire au site' }] : [];
  return (
    <footer className="foot">
      <div className="wrap">
        <div>
          <h2>Fabriques de territoire : l’annuaire et la carte</h2>
          <p>{SOURCES}</p>
          <p>Ce qui n’est pas publié est dit « non précisé ». Rien n’est deviné.</p>
        </div>
        <Links title="Le site" links={[...linksOf('site'), ...contact]} />
        <Links title="Règles" links={linksOf('rules')} />
      </div>
    </footer>
  );
}
