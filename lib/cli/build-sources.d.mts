export const BUILDS: string;
export function hashSources(root: string): Promise<string>;
export function buildFolder(root: string): Promise<string>;
export function wholeMark(root: string, folder: string): string;
export function isWhole(root: string, folder: string): boolean;
