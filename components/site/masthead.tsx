import { TerritoryShapes } from '@/components/marks/territory-symbol';
import { Icon } from '@/components/ui/icon';
import { PAGES } from '@/lib/site/pages';
import { sectionState } from './section-state';

function Sections({ path }: { path: string }) {
  return (
    <ul>
      {PAGES.filter(({ isInMenu }) => isInMenu).map(({ href, label }) => {
        const state = sectionState(href, path);
        return (
          <li key={href}>
            <a href={href} {...(state && { 'aria-current': state })}>
              {label}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function Logo() {
  return (
    <svg viewBox="0 0 56 16" aria-hidden="true" focusable="false">
      <TerritoryShapes territory="qpv" />
      <g transform="translate(20 0)">
        <TerritoryShapes territory="rural" />
      </g>
      <g transform="translate(40 0)">
        <TerritoryShapes territory="unknown" />
      </g>
    </svg>
  );
}

export function Masthead({ path }: { path: string }) {
  // One element in both places: React's copy writes it once.
  const sections = <Sections path={path} />;
  return (
    <header className="masthead">
      <div className="wrap">
        <a className="brand" href="/" aria-current={path === '/' ? 'page' : undefined}>
          <Logo />
          <span>
            <b>Fabriques de territoire</b>
            <small>l’annuaire et la carte</small>
          </span>
        </a>
        <nav className="mainnav" aria-label="Navigation principale">
          {sections}
        </nav>
        <details className="phone-menu" data-close-on-escape>
          <summary>
            <Icon name="menu" className="when-closed" />
            <Icon name="close" className="when-open" />
            Menu
          </summary>
          <nav aria-label="Navigation principale">{sections}</nav>
        </details>
      </div>
    </header>
  );
}
