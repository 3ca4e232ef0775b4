import http from 'node:http';
import path from 'node:path';
import { acquireDatabase } from '@/lib/database/embedded';
import { lockFile } from '@/lib/database/file-lock.mjs';
import type { Settings } from '@/lib/env';
import type { RequestHandler } from '@/lib/http/request-handler';
import { forgetWhereAborted } from '@/lib/undocumented/abort-reasons';
import { secretOfActions } from '@/lib/undocumented/actions-key';
import { type BuiltActions, builtActions } from '@/lib/undocumented/built-actions';
import { builtConfig } from '@/lib/undocumented/built-config';
import { addressOfPages } from '@/lib/undocumented/live-actions';
import { announce } from './announce';
import { keptAuthSecret } from './auth-secret';
import { buildWhenChanged } from './build';
import { canBuild, useBuild } from './build-folders';
import { programAddress } from './direct-connection';
import { createSiteServer } from './http-server';
import { copyNightly } from './nightly-copy';
import { removeExpiredDaily } from './office-commands';
import { answerPages } from './pages/answer-pages';
import { askNext } from './pages/ask-next';
import { fileAddresses, storeFiles } from './pages/stored-files';
import { ownOrigin, refuseTakenPort } from './port';
import { prepareDatabase } from './prepare-database';
import { answerWhileStarting } from './slow-start';
import { say, step } from './step.mjs';

export type Mode = 'production' | 'development';
/** Given back before the program ends, last taken first. */
export type Leaving = (() => Promise<void>)[];

type SiteOptions = {
  root: string;
  settings: Settings;
  mode: Mode;
  dataFolder: string;
  leaving: Leaving;
  signal: AbortSignal;
};

/** Another start waits. Where nobody can build, none has to. */
export const lockPreparation = async (root: string, signal: AbortSignal) =>
  canBuild(root)
    ? lockFile(
        path.join(root, '.next', 'prepare.lock'),
        () => say('Un autre démarrage prépare le site : attente…'),
        signal,
      )
    : () => {};

async function prepare({ root, settings, mode, dataFolder, leaving, signal }: SiteOptions) {
  const unlock = await lockPreparation(root, signal);
  try {
    let { databaseUrl, authSecret } = settings;
    let home: string | undefined;
    if (databaseUrl === undefined) {
      const database = await step('Démarrage de la base de données', () =>
        acquireDatabase(root, { name: dataFolder, say, siteUrl: settings.siteUrl, signal }),
      );
      leaving.push(database.release);
      databaseUrl = database.url;
      ({ home } = database);
      authSecret ??= keptAuthSecret(database.home);
    }
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: authSecret,
      SITE_URL: settings.siteUrl,
      PORT: String(settings.port),
      ...(authSecret && secretOfActions(authSecret)),
    });
    const prepared = await prepareDatabase(root, databaseUrl, signal);
    leaving.push(removeExpiredDaily(programAddress(databaseUrl)));
    if (home) leaving.push(copyNightly(root, home));
    let actions: BuiltActions | undefined;
    let files = new Set<string>();
    if (mode === 'production') {
      const folder = await buildWhenChanged(root, signal);
      const leaveBuild = useBuild(root, folder);
      leaving.push(async () => leaveBuild());
      Object.assign(process.env, builtConfig(root, folder));
      actions = builtActions(root, folder);
      files = fileAddresses(root, folder);
    }
    return { ...prepared, authSecret, actions, files };
  } finally {
    unlock();
  }
}

async function startNext(root: string, settings: Settings, mode: Mode) {
  Object.assign(process.env, {
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: '1',
    ...addressOfPages(ownOrigin(settings)),
  });
  const { default: next } = await import('next');
  const site = new URL(settings.siteUrl);
  // Next makes absolute addresses of these two.
  const address = { hostname: site.hostname, port: Number(site.port) || (site.protocol === 'https:' ? 443 : 80) };
  const isDevelopment = mode === 'development';
  return (httpServer: http.Server) =>
    // In production nothing is upgraded to a WebSocket: Next listens to a server that never opens.
    next({
      dev: isDevelopment,
      dir: root,
      quiet: !isDevelopment,
      httpServer: isDevelopment ? httpServer : http.createServer(),
      ...address,
    });
}

export async function openSite(options: SiteOptions): Promise<void> {
  const { root, settings, mode, leaving, signal } = options;
  forgetWhereAborted();
  await refuseTakenPort(settings);
  const openPort = answerWhileStarting(settings);
  const { hasNoUser, authSecret, actions, files } = await prepare(options);
  signal.throwIfAborted();

  const createNext = await startNext(root, settings, mode);
  const pending: { handler?: ReturnType<ReturnType<typeof createNext>['getRequestHandler']> } = {};
  const toNext: RequestHandler = async (request, response) => {
    await pending.handler?.(request, response);
  };
  const ask = askNext(toNext, settings.siteUrl);
  const isDevelopment = mode === 'development';
  const { server, stop } = createSiteServer(
    { ...settings, authSecret, actions },
    isDevelopment ? toNext : storeFiles(files, ask, answerPages(ask, toNext, settings)),
    isDevelopment,
  );
  const next = createNext(server);
  await step('Mise en route du serveur', () => next.prepare());
  leaving.push(() => next.close());
  pending.handler = next.getRequestHandler();
  signal.throwIfAborted();
  await openPort(server);
  leaving.push(stop);
  process.send?.('open'); // to keep-open.mjs

  await announce({ root, settings, isDevelopment, hasNoUser, signal });
}
