/** Who made the tiles, as the operator wrote it; the IGN is linked to. */
export function TilesCredit({ credit }: { credit: string }) {
  return <p className="lm-credit">{/\bIGN\b/.test(credit) ? <a href="https://www.ign.fr/">{credit}</a> : credit}</p>;
}
