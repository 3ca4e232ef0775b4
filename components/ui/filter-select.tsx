type FilterSelectProps = {
  /** Names the form among those of the page. */
  form: string;
  name: string;
  label: string;
  chosen: string | null;
  options: readonly (readonly [value: string, label: string])[];
};

/** A list in a form that asks for an address: what is chosen comes from it, and nothing can be refused. */
export const FilterSelect = ({ form, name, label, chosen, options }: FilterSelectProps) => (
  <div className="field">
    <label htmlFor={`${form}-${name}`}>{label}</label>
    <select id={`${form}-${name}`} name={name} className="select" defaultValue={chosen ?? ''}>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  </div>
);
