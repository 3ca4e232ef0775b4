import type { ReactNode } from 'react';

/** The words of its head, and its class where it has one: `r` sets numbers to the right. */
export type Column = string | readonly [words: string, className: string];

/** `children` stand before the columns. */
export function TableHead({ columns, children }: { columns: readonly Column[]; children?: ReactNode }) {
  return (
    <thead>
      <tr>
        {children}
        {columns.map((column) => {
          const [words, className] = typeof column === 'string' ? [column] : column;
          return (
            <th key={words} scope="col" className={className}>
              {words}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

type ScrolledTableProps = { className: string; caption: string; columns: readonly Column[]; children: ReactNode };

/** On a narrow screen it scrolls by itself, not the page. */
export function ScrolledTable({ className, caption, columns, children }: ScrolledTableProps) {
  return (
    <div className="scroll-x relative">
      <table className={className}>
        <caption className="vh">{caption}</caption>
        <TableHead columns={columns} />
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** A telephone shows `label` before the number, in the place of the head. */
export const NumberCell = ({ label, children }: { label: string; children: ReactNode }) => (
  <td className="r num" data-label={label}>
    {children}
  </td>
);
