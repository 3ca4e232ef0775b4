export type TerritoryShape = 'qpv' | 'rural' | 'unknown';

/** They repeat words written beside them, so they are hidden from readers. */
export function TerritorySymbol({ territory, className = 'sg' }: { territory: TerritoryShape; className?: string }) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <TerritoryShapes territory={territory} />
    </svg>
  );
}

/** Without frame, centred on 8, 8. */
export function TerritoryShapes({ territory }: { territory: TerritoryShape }) {
  if (territory === 'qpv') return <circle cx="8" cy="8" r="6" className="fill-qpv" />;
  if (territory === 'rural') return <path d="M8 .6 15.4 8 8 15.4.6 8z" className="fill-rural" />;
  return <circle cx="8" cy="8" r="5.2" strokeWidth="2.4" className="fill-paper stroke-unknown" />;
}
