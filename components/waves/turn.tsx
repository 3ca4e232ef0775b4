type TurnLink = { href: string; over: string; name: string };

export function Turn({ label, links }: { label: string; links: readonly TurnLink[] }) {
  if (links.length === 0) return null;
  return (
    <nav className="turn no-print" aria-label={label}>
      {links.map(({ href, over, name }) => (
        <a key={href} href={href}>
          {over} <b>{name}</b>
        </a>
      ))}
    </nav>
  );
}
