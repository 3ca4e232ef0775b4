import type { Permission } from '@/lib/permissions/policy';

/** Each asks the same permission as its page. */
export const OFFICE_SECTIONS: readonly {
  href: string;
  label: string;
  permission: Permission;
  counts?: 'structures';
}[] = [
  { href: '/admin', label: 'Tableau de bord', permission: 'draft:read' },
  { href: '/admin/structures', label: 'Structures', permission: 'draft:read', counts: 'structures' },
  { href: '/admin/vagues', label: 'Vagues', permission: 'draft:read' },
  { href: '/admin/versements', label: 'Versements', permission: 'draft:read' },
  { href: '/admin/utilisateurs', label: 'Utilisateurs', permission: 'user:manage' },
  { href: '/admin/journal', label: 'Journal', permission: 'journal:read' },
  { href: '/admin/mon-compte', label: 'Mon compte', permission: 'account:own' },
];

/** `page` on the section's own page, `true` below it. */
export function officeState(href: string, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  return href !== '/admin' && path.startsWith(`${href}/`) ? 'true' : undefined;
}
