import { TerritorySymbol } from '@/components/marks/territory-symbol';
import { recordHref } from '@/lib/domain/public-href';
import type { Territory } from '@/lib/domain/territory';

/** A structure as a list shows it: words ready to be written, so that the browser computes nothing. */
export type StructureRowContent = {
  id: string;
  slug: string;
  name: string;
  commune: string;
  departmentCode: string;
  territory: Territory;
  /** « QPV, annoncé · Vague 1 · Fabrique numérique » */
  meta: string;
  /** « 50 000 € » */
  amount: string | null;
  /** « à 12 km » */
  distance: string | null;
};

type StructureRowProps = {
  structure: StructureRowContent;
  /** Chosen in the list and on the map at once. */
  isOn?: boolean;
};

export function StructureRow({ structure, isOn = false }: StructureRowProps) {
  const { id, slug, name, commune, departmentCode, territory, meta, amount, distance } = structure;
  return (
    <li className={isOn ? 'row is-on' : 'row'} data-id={id}>
      <TerritorySymbol territory={territory} />
      <div>
        <h2>
          <a href={recordHref(slug)}>{name}</a>
        </h2>
        <p className="where">
          {commune} <span className="cote">{departmentCode}</span>
          {distance ? <span className="away"> {distance}</span> : null}
        </p>
        <p className="meta">{meta}</p>
      </div>
      {amount ? (
        <p className="side">
          <b>{amount}</b> annoncés
        </p>
      ) : (
        <p className="side">montant non&nbsp;publié</p>
      )}
    </li>
  );
}
