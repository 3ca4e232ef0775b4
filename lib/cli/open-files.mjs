// Built-ins only: the installer reads this before anything is installed.
import { spawnSync } from 'node:child_process';

/** The build reads every source at once, and each visitor holds a connection. */
const LEAST = 1_024;

export function openFilesSentence() {
  const { stdout } = spawnSync('/bin/sh', ['-c', 'ulimit -n'], { encoding: 'utf8' });
  const limit = Number(stdout || Number.NaN);
  if (!(limit < LEAST)) return null;
  return (
    `Ce compte ne peut ouvrir que ${limit} fichiers à la fois et le site en demande ${LEAST} : relevez cette limite ` +
    '(« ulimit -n 4096 » avant de démarrer, ou LimitNOFILE=4096 dans le service systemd).'
  );
}
