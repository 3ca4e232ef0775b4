import { buildWhenChanged } from './build';
import { lockPreparation } from './site';
import { report } from './start';

/** Without any setting or database: what it makes serves any of them. */
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
