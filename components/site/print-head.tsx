'use client';

import { useEffect, useState } from 'react';

const onPaper = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'Europe/Paris' });

type PrintHeadProps = { address: string; today: string };

/** Filters applied since without a reload correct the address that the server wrote. */
export function PrintHead({ address, today }: PrintHeadProps) {
  const [printed, setPrinted] = useState({ address, today });
  useEffect(() => {
    const refresh = () => setPrinted({ address: window.location.href, today: onPaper.format(new Date()) });
    window.addEventListener('beforeprint', refresh);
    return () => window.removeEventListener('beforeprint', refresh);
  }, []);
  return (
    <div className="print-only print-head">
      <b>Fabriques de territoire : l’annuaire et la carte</b>
      <span>
        {printed.address} · imprimé le {printed.today}
      </span>
    </div>
  );
}
