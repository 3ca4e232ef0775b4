export type FilterOptions = readonly (readonly [value: string, label: string])[];

type FilterSelectProps = {
  /** Names the form among those of the page. */
  form?: string;
  name: string;
  label: string;
  chosen: string | null;
  /** The words of no choice at all. */
  any?: string;
  options: FilterOptions;
};

/** A list in a form that asks for an address: what is chosen comes from it, and nothing can be refused. */
export const FilterSelect = ({ form = 'filtre', name, label, chosen, any, options }: FilterSelectProps) => (
  <div className="field">
    <label htmlFor={`${form}-${name}`}>{label}</label>
    <select id={`${form}-${name}`} name={name} className="select" defaultValue={chosen ?? ''}>
      {any === undefined ? null : <option value="">{any}</option>}
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </div>
);
