'use server';

import { formAction } from '@/lib/forms/form-action';
import * as users from '@/lib/users/commands';
import { handOver, invitationLetter } from '@/lib/users/handover';
import { invitationForm, linkReference } from '@/lib/users/schema';

export const inviteUser = formAction('user:manage', invitationForm, async (invitation, who) => {
  const token = await users.inviteUser(invitation, who);
  return handOver(token, invitationLetter(invitation.email));
});

export const revokeInvitation = formAction('user:manage', linkReference, async ({ linkId }, who) => {
  await users.revokeInvitation(linkId, who);
  return { goTo: '/admin/utilisateurs?fait=invitation-annulee' };
});
