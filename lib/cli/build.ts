import { spawn } from 'node:child_process';
import path from 'node:path';
import { namesOfActions } from '@/lib/undocumented/actions-key';
import { canBuild, markWhole, removeBuild, removeUnusedBuilds } from './build-folders';
import { buildFolder, isWhole } from './build-sources.mjs';
import { tryFolder } from './foreign-folder.mjs';
import { StartError } from './start-error';
import { step } from './step.mjs';

const KEPT_OUTPUT = 6_000;
/** Read by next.config.ts. */
const BUILD_FOLDER_VARIABLE = 'NEXT_BUILD_FOLDER';

function runBuild(root: string, folder: string, signal: AbortSignal): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
    const child = spawn(process.execPath, [next, 'build'], {
      cwd: root,
      env: {
        ...process.env,
        ...namesOfActions,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
        [BUILD_FOLDER_VARIABLE]: folder,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      killSignal: 'SIGTERM',
    });
    let printed = '';
    const keepEnd = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-KEPT_OUTPUT);
    };
    child.stdout.on('data', keepEnd);
    child.stderr.on('data', keepEnd);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: printed }));
  });
}

async function build(root: string, folder: string, signal: AbortSignal) {
  await removeBuild(root, folder);
  tryFolder(path.join(root, folder));
  const result = await runBuild(root, folder, signal);
  if (result.code !== 0) {
    await removeBuild(root, folder);
    throw new StartError(`La construction du site a échoué :\n${result.output.trim()}`);
  }
  markWhole(root, folder);
}

/** Returns the folder of the build. Throws StartError with what it printed. Call under the lock of the preparation. */
export async function buildWhenChanged(root: string, signal: AbortSignal): Promise<string> {
  const folder = await buildFolder(root);
  if (canBuild(root)) {
    if (!isWhole(root, folder)) await step('Construction du site', () => build(root, folder, signal));
    await removeUnusedBuilds(root, folder);
  } else if (!isWhole(root, folder)) {
    throw new StartError(
      `Le site n’est pas construit et ce compte ne peut pas écrire dans ${root} : lancez « npm run build » avec un compte qui le peut, puis recommencez.`,
    );
  }
  return folder;
}
