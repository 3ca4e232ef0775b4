export function TilesCredit({ credit }: { credit: string }) {
  return <p className="lm-credit">{/\bIGN\b/.test(credit) ? <a href="https://www.ign.fr/">{credit}</a> : credit}</p>;
}
