import { getAuth } from './better-auth';
import { findKnownDevice, type KnownDevice, networkOfRequest } from './known-devices';

/** Before anything proves who asks; `device` is null for a stranger to the account. */
export type Visitor = { network: string; device: KnownDevice | null };

/** A cookie that is forged or another's says nothing. */
export async function recogniseVisitor(email: string, request: Headers, now = new Date()): Promise<Visitor> {
  const network = networkOfRequest(request);
  const cookie = await getAuth().api.readDevice({ headers: request });
  return { network, device: await findKnownDevice(email, cookie, network, now) };
}

export async function knowDeviceOfLink(userId: string, request: Headers): Promise<void> {
  await getAuth().api.knowDevice({ headers: request, body: { userId } });
}
