import path from 'node:path';

export const typedWords = (): string[] => process.argv.slice(3).filter((word) => !word.startsWith('--data='));

/** From the folder where the command was typed, which npm leaves. */
export const typedPath = (word: string): string => path.resolve(process.env.INIT_CWD ?? '.', word);
