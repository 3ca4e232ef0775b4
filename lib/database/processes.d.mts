export type ProcessIdentity = { pid: number; began: string };
export function ownIdentity(): ProcessIdentity;
export function isRunning(identity: ProcessIdentity): boolean;
export function isPidRunning(pid: number): boolean;
