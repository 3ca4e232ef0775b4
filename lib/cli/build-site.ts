import { buildWhenChanged } from './build';
import { lockPreparation } from './site';
import { report } from './start';

/** Builds for production, for the tests and measures that serve what visitors get. */
export async function run(): Promise<void> {
  const { signal } = new AbortController();
  const unlock = await lockPreparation(process.cwd(), signal);
  try {
    await buildWhenChanged(process.cwd(), signal);
  } catch (error) {
    report(error);
    process.exitCode = 1;
  } finally {
    unlock();
  }
}
