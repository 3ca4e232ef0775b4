import { pageNumbers } from './page-numbers';

type PaginationProps = {
  page: number;
  pages: number;
  /** Pages count from 1. */
  hrefOf: (page: number) => string;
  /** When a page has more than one. */
  label?: string;
};

export function Pagination({ page, pages, hrefOf, label = 'Pages de résultats' }: PaginationProps) {
  if (pages <= 1) return null;
  return (
    <nav className="pages" aria-label={label}>
      {page > 1 ? (
        <a className="btn btn--s btn--ink" rel="prev" href={hrefOf(page - 1)}>
          Précédente
        </a>
      ) : null}
      <ol>
        {pageNumbers(page, pages).map((entry) => (
          <li key={entry.key}>
            {entry.number === null ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={hrefOf(entry.number)}
                aria-label={`Page ${entry.number}`}
                {...(entry.number === page && { 'aria-current': 'page' as const })}
              >
                {entry.number}
              </a>
            )}
          </li>
        ))}
      </ol>
      {page < pages ? (
        <a className="btn btn--s btn--ink" rel="next" href={hrefOf(page + 1)}>
          Suivante
        </a>
      ) : null}
    </nav>
  );
}
