import { SearchBar } from '@/components/ui/search-bar';

/** The search of the directory, for a page that has no other; a plain form, so it needs no JavaScript. */
export function SiteSearch() {
  return (
    <search>
      <form action="/fabriques" className="max-w-measure">
        <SearchBar id="recherche" name="q" label="Nom d’une fabrique, commune, département ou région" />
      </form>
    </search>
  );
}
