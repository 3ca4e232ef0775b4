import { SearchBar } from '@/components/ui/search-bar';
import { formatInteger } from '@/lib/french/numbers';
import { AroundMe } from './around-me';

export function HomeSearch({ total }: { total: number }) {
  return (
    <search className="no-print">
      <form action="/">
        <SearchBar id="lieu" name="lieu" label="Une commune, un code postal ou le nom d’un lieu" />
      </form>
      <div className="find-more">
        <AroundMe />
        <a href="/fabriques">Parcourir les {formatInteger(total)}</a>
      </div>
    </search>
  );
}
