export type FilterOptions = readonly (readonly [value: string, label: string])[];

type FilterSelectProps = {
  form?: string;
  name: string;
  label: string;
  chosen: string | null;
  any?: string;
  options: FilterOptions;
};

/** What is chosen comes from the address, and nothing can be refused. */
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
