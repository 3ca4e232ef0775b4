/** One weight on a 22 × 22 grid, drawn inline so that no page waits for a sprite. */
const STROKES = {
  search: 'M15 9a6 6 0 1 1-12 0 6 6 0 0 1 12 0zM14 14l5 5',
  locate: 'M17 11a6 6 0 1 1-12 0 6 6 0 0 1 12 0zM11 1.5v4M11 16.5v4M1.5 11h4M16.5 11h4',
  close: 'm5 5 12 12M17 5 5 17',
  menu: 'M3 6h16M3 11h16M3 16h16',
  filter: 'M3 7h9M16 7h3M3 15h3M10 15h9M16 7a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM10 15a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  map: 'M2.5 5.5 8 3.5l6 2 5.5-2v13l-5.5 2-6-2-5.5 2zM8 3.5v13M14 5.5v13',
  list: 'M8 6h11M8 11h11M8 16h11M3 6h.5M3 11h.5M3 16h.5',
  print: 'M6 8V3h10v5M6 16H3V8h16v8h-3M6 13h10v6H6z',
  external: 'M13 4h5v5M18 4l-8 8M15.5 13v5H4V6.5h5',
  flag: 'M5 20V3h12l-2.5 4L17 11H5',
  pin: 'M11 20s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11zM13.3 9a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0z',
  arrow: 'M4 11h14M12.5 5.5 18 11l-5.5 5.5',
  back: 'M18 11H4M9.5 5.5 4 11l5.5 5.5',
  up: 'M11 18V4M5.5 9.5 11 4l5.5 5.5',
  down: 'm5 8 6 6 6-6',
  plus: 'M11 4v14M4 11h14',
  minus: 'M4 11h14',
  warning: 'M11 3 20 18.5H2zM11 8.5v4.5M11 15.8v.2',
  check: 'm4 11.5 5 5L18 6',
  info: 'M19 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0zM11 10v5M11 7v.2',
  clock: 'M19 11a8 8 0 1 1-16 0 8 8 0 0 1 16 0zM11 6v5l3.5 2',
  download: 'M11 3v12M6 10.5l5 5 5-5M4 19h14',
  mail: 'M3 5h16v12H3zM3 6l8 6 8-6',
} as const;

export type IconName = keyof typeof STROKES;

/** Decorative: words beside it say what it means. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className ? `ic ${className}` : 'ic'} viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <path d={STROKES[name]} />
    </svg>
  );
}
