import { describe, expect, it } from 'vitest';
import { covers, holds, may, type Permission, ROLES } from '@/lib/permissions/policy';

const HOLDERS: Record<Permission, string> = {
  'account:own': 'administrator editor reader',
  'draft:read': 'administrator editor reader',
  'journal:read': 'administrator editor reader',
  'structure:edit': 'administrator editor',
  'structure:publish': 'administrator editor',
  'structure:archive': 'administrator editor',
  'award:edit': 'administrator editor',
  'instalment:edit': 'administrator editor',
  'import:run': 'administrator editor',
  'structure:erase': 'administrator',
  'wave:edit': 'administrator',
  'user:manage': 'administrator',
  'settings:edit': 'administrator',
};

describe('the policy', () => {
  it.each(Object.entries(HOLDERS))('lets %s to: %s', (permission, roles) => {
    const holding = ROLES.filter((role) => holds({ role, regionScope: null }, permission as Permission));
    expect(holding.join(' ')).toBe(roles);
  });

  it('leaves only the own account to an administrator whose required second factor is missing', () => {
    const holder = { role: 'administrator', regionScope: null, isSecondFactorMissing: true } as const;
    const held = Object.keys(HOLDERS).filter((permission) => holds(holder, permission as Permission));
    expect(held).toEqual(['account:own']);
  });

  it('refuses a change that touches one région outside the scope, before or after', () => {
    const editor = { role: 'editor', regionScope: ['53', '28'] } as const;
    expect(may(editor, 'structure:edit', ['53'])).toBe(true);
    expect(may(editor, 'structure:edit', ['53', '28'])).toBe(true);
    expect(may(editor, 'structure:edit', ['53', '11'])).toBe(false);
    expect(may(editor, 'wave:edit', ['53'])).toBe(false);
  });

  it('reads an empty list of régions as nowhere, and none as all of France', () => {
    expect(covers({ regionScope: [] }, ['53'])).toBe(false);
    expect(covers({ regionScope: null }, ['53', '11'])).toBe(true);
  });
});
