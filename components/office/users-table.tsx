import type { ReactNode } from 'react';
import { ScrolledTable } from '@/components/ui/table';
import { formatInstant } from '@/lib/french/instants';
import { ROLE_LABELS, scopeWords } from '@/lib/users/labels';
import type { UserRow } from '@/lib/users/queries';
import { StateMark } from './state-mark';

type UsersTableProps = { users: readonly UserRow[]; regionNames: ReadonlyMap<string, string>; ownId: string };

export function UserState({ disabledAt, departedAt }: Pick<UserRow, 'disabledAt' | 'departedAt'>): ReactNode {
  if (departedAt) return <StateMark kind="off">Parti</StateMark>;
  return disabledAt ? <StateMark kind="check">Suspendu</StateMark> : <StateMark kind="good">Actif</StateMark>;
}

type UserLineProps = Pick<UsersTableProps, 'regionNames'> & { user: UserRow; isOwn: boolean };

function UserLine({ user, regionNames, isOwn }: UserLineProps) {
  const { number, name, email, role, regionScope, twoFactorEnabled, departedAt, disabledAt, lastSeenAt } = user;
  return (
    <tr className={disabledAt ? 'is-off' : undefined}>
      <th scope="row">
        {departedAt ? name : <a href={`/admin/utilisateurs/${number}`}>{name}</a>}
        {isOwn ? ' (vous)' : null}
        {departedAt ? null : <small>{email}</small>}
      </th>
      <td>
        {ROLE_LABELS[role]}
        {role === 'editor' ? <small>{scopeWords(regionScope, regionNames)}</small> : null}
      </td>
      <td>
        <UserState disabledAt={disabledAt} departedAt={departedAt} />
      </td>
      <td data-label="Double authentification">
        {departedAt ? '' : twoFactorEnabled ? 'en place' : <span className="soft">non</span>}
      </td>
      <td data-label="Vue">{lastSeenAt ? formatInstant(lastSeenAt) : <span className="soft">aucune session</span>}</td>
    </tr>
  );
}

export function UsersTable({ users, regionNames, ownId }: UsersTableProps) {
  return (
    <ScrolledTable
      className="office-table"
      caption="Comptes, leur rôle et leur état"
      columns={['Personne', 'Rôle et portée', 'État', 'Double authentification', 'Vue pour la dernière fois']}
    >
      {users.map((user) => (
        <UserLine key={user.id} user={user} regionNames={regionNames} isOwn={user.id === ownId} />
      ))}
    </ScrolledTable>
  );
}
