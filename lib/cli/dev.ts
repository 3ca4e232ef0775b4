import { openUntilStopped } from './start';

export const run = (): Promise<void> => openUntilStopped('development');
