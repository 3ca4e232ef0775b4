/** Each connection asks for them before what its address asks for, which wins; behind a pooler, the role has them. */
const SESSION_SETTINGS = {
  // Arrays of very different sizes share one statement: each execution is planned for its own values.
  plan_cache_mode: 'force_custom_plan',
  // Compiling a read that takes milliseconds costs more than it saves.
  jit: 'off',
  // Pages read in any order come from memory or from a disk without heads: at PostgreSQL's own 4, whole tables are sorted.
  random_page_cost: '1.1',
  // Sorts of a whole directory fit in memory.
  work_mem: '16MB',
  timezone: 'UTC',
  search_path: 'public',
  // A site that vanished holds its locks for less than half a minute, not for two hours.
  tcp_keepalives_idle: '10',
  tcp_keepalives_interval: '2',
};

/** No read of the product needs more; a runaway one is ended by the server. */
export const SITE_SETTINGS = { ...SESSION_SETTINGS, statement_timeout: '20000' };

/** A program that migrates or loads lasts as long as it has to, whatever was set for its role. */
export const PROGRAM_SETTINGS = { ...SESSION_SETTINGS, statement_timeout: '0' };

export function withSettings(address: string, settings: Readonly<Record<string, string>>): string {
  const ours = Object.entries(settings)
    .map(([name, value]) => `-c+${name}=${value}`)
    .join('+');
  // The driver reads the last `options` of an address.
  const asked = /^(.*[?&]options=)(.*)$/.exec(address);
  if (asked) return `${asked[1]}${ours}+${asked[2]}`;
  return `${address}${address.includes('?') ? '&' : '?'}options=${ours}`;
}
