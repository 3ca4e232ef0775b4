import { SearchBar } from '@/components/ui/search-bar';

export function SiteSearch() {
  return (
    <search>
      <form action="/fabriques" className="max-w-measure">
        <SearchBar id="recherche" name="q" label="Nom d’une fabrique, commune, département ou région" />
      </form>
    </search>
  );
}
