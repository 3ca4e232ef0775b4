import type { TestProject } from 'vitest/node';
import { openTestServer } from './templates';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string;
    templateHash: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, hash, release } = await openTestServer();
  project.provide('databaseServer', server);
  project.provide('templateHash', hash);
  return release;
}
