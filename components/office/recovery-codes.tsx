'use client';

import { useContext } from 'react';
import { FormContext } from '@/components/ui/form-context';

const codesOf = (result: unknown): string[] =>
  typeof result === 'object' && result !== null && 'codes' in result && Array.isArray(result.codes) ? result.codes : [];

export function RecoveryCodes() {
  const { state } = useContext(FormContext);
  const codes = codesOf(state.result);
  if (codes.length === 0) return null;
  return (
    <div className="recovery">
      <h3>Vos codes de secours</h3>
      <p>
        Chacun remplace une fois le téléphone. Imprimez-les ou recopiez-les dans un endroit sûr : ils ne seront plus
        affichés.
      </p>
      <ul>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
