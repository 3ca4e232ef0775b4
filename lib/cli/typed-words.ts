import path from 'node:path';

/** What follows the name of the command, without the option of every command. */
export const typedWords = (): string[] => process.argv.slice(3).filter((word) => !word.startsWith('--data='));

/** A path is read from the folder where the command was typed, which npm leaves. */
export const typedPath = (word: string): string => path.resolve(process.env.INIT_CWD ?? '.', word);
