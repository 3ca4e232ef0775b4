import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright';

const execute = promisify(execFile);

export const BROWSER_VARIABLE = 'CHROMIUM_PATH';
const INSTALL_WITHIN_MS = 300_000;
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

// Of two such switches Chromium hears the last one: this list is Playwright's own, and then ours. The two popups of the
// address bar are pages of their own in a recent Chromium, made and drawn for every window though no test can see them.
const DISABLED_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

export const LAUNCH_ARGUMENTS = [
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

export function findBrowser(): string | null {
  const named = process.env[BROWSER_VARIABLE];
  if (named) {
    if (!existsSync(named)) throw new Error(`${BROWSER_VARIABLE} désigne ${named}, qui n’existe pas.`);
    return named;
  }
  return (
    [chromium.executablePath(), ...onPath(), ...APPLICATIONS].find((file) => file !== '' && existsSync(file)) ?? null
  );
}

async function tryToInstall(command: string, args: string[]) {
  await execute(command, args, { timeout: INSTALL_WITHIN_MS }).catch(() => {});
  return findBrowser();
}

/** Throws a French sentence that says what to do when no browser can be had. */
export async function provideBrowser(say: (sentence: string) => void): Promise<string> {
  const installed = findBrowser();
  if (installed) return installed;
  say('Aucun navigateur : installation de celui de Playwright…');
  const own = await tryToInstall(process.execPath, [
    path.resolve('node_modules', 'playwright', 'cli.js'),
    'install',
    'chromium',
  ]);
  if (own) return own;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    say('Installation du Chromium de Debian…');
    await execute('apt-get', ['update'], { timeout: INSTALL_WITHIN_MS }).catch(() => {});
    const debian = await tryToInstall('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    if (debian) return debian;
  }
  throw new Error(
    `Aucun navigateur pour les tests : installez Chromium ou Chrome, ou indiquez le vôtre avec ${BROWSER_VARIABLE}.`,
  );
}
