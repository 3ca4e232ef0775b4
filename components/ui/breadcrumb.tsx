import { JsonLd } from './json-ld';

export type Crumb = { label: string; href: string };

type BreadcrumbProps = {
  /** From the widest; the home page is left to the logo. */
  crumbs: readonly Crumb[];
  current: string;
  /** Without a trailing slash; given, the trail is repeated for search engines. */
  siteUrl?: string;
};

export function Breadcrumb({ crumbs, current, siteUrl }: BreadcrumbProps) {
  return (
    <nav className="crumbs" aria-label="Fil d’Ariane">
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li>
          <span aria-current="page">{current}</span>
        </li>
      </ol>
      {siteUrl ? (
        <JsonLd
          data={{
            '@context': 'https://schema.org',
            '@type': 'BreadcrumbList',
            itemListElement: [...crumbs, { label: current, href: null }].map(({ label, href }, index) => ({
              '@type': 'ListItem',
              position: index + 1,
              name: label,
              ...(href && { item: siteUrl + href }),
            })),
          }}
        />
      ) : null}
    </nav>
  );
}
