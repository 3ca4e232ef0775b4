import type { ClientBase } from 'pg';
import type { PrismaField, PrismaModel, PrismaTable } from './prisma-model';

type SchemaLines = { columns: string[]; enums: string[]; keys: string[]; references: string[] };

const TYPES: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  BigInt: 'bigint',
  Float: 'double precision',
  Boolean: 'boolean',
  DateTime: 'timestamp(3) without time zone',
  Json: 'jsonb',
};
const NATIVE_TYPES: Record<string, (size: string) => string> = {
  Uuid: () => 'uuid',
  SmallInt: () => 'smallint',
  Date: () => 'date',
  Timestamptz: (size) => `timestamp(${size}) with time zone`,
};
const ACTIONS: Record<string, string> = { NoAction: 'a', Restrict: 'r', Cascade: 'c', SetNull: 'n', SetDefault: 'd' };

const columnOf = ({ dbName, name }: PrismaField) => dbName ?? name;
const tableOf = ({ dbName, name }: PrismaTable) => dbName ?? name;

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`schema.prisma: ${what} is not understood by this test`);
  return value;
}

function typeOf(field: PrismaField, { enums }: PrismaModel): string {
  const [native, sizes] = field.nativeType ?? [];
  const ofEnum = enums.find(({ name }) => name === field.type);
  const type = ofEnum
    ? (ofEnum.dbName ?? ofEnum.name)
    : native === undefined
      ? found(TYPES[field.type], field.type)
      : found(NATIVE_TYPES[native], native)(sizes?.[0] ?? '');
  return field.isList ? `${type}[]` : type;
}

const columnLine = (table: string, column: string, type: string, isRequired: boolean, hasDefault: boolean) =>
  `${table}.${column} ${type}${isRequired ? ' not null' : ''}${hasDefault ? ' default' : ''}`;

/** Prisma leaves the columns of a type it does not know out of its model: they are read from the text. */
function unsupportedColumns(schema: string): string[] {
  return [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '';
    return [...body.matchAll(/^\s*(\w+)\s+Unsupported\("([^"]+)"\)(\?)?(.*)$/gm)].map(
      ([, name = '', type = '', optional, rest = '']) =>
        columnLine(table, /@map\("(\w+)"\)/.exec(rest)?.[1] ?? name, type, optional !== '?', rest.includes('@default')),
    );
  });
}

const sorted = ({ columns, enums, keys, references }: SchemaLines): SchemaLines => ({
  columns: columns.toSorted(),
  enums: enums.toSorted(),
  keys: keys.toSorted(),
  references: references.toSorted(),
});

const columnsOf = (table: PrismaTable, names: string[]) =>
  names
    .map((name) =>
      columnOf(
        found(
          table.fields.find((field) => field.name === name),
          name,
        ),
      ),
    )
    .join(', ');

export function schemaLines(schema: string, model: PrismaModel): SchemaLines {
  const tables = new Map(model.models.map((table) => [table.name, table]));
  const scalars = model.models.flatMap((table) =>
    table.fields
      .filter(({ kind }) => kind !== 'object' && kind !== 'unsupported')
      .map((field) =>
        columnLine(tableOf(table), columnOf(field), typeOf(field, model), field.isRequired, field.hasDefaultValue),
      ),
  );
  const references = model.models.flatMap((table) =>
    table.fields
      .filter(({ relationFromFields }) => (relationFromFields ?? []).length > 0)
      .map((field) => {
        const target = found(tables.get(field.type), field.type);
        const onDelete = ACTIONS[field.relationOnDelete ?? (field.isRequired ? 'Restrict' : 'SetNull')];
        const onUpdate = ACTIONS[field.relationOnUpdate ?? 'Cascade'];
        const from = columnsOf(table, field.relationFromFields ?? []);
        return `${tableOf(table)} (${from}) → ${tableOf(target)} (${columnsOf(target, field.relationToFields ?? [])}) ${onDelete}${onUpdate}`;
      }),
  );
  const keys = model.indexes
    .filter(({ type }) => type === 'id' || type === 'unique')
    .map(({ model: name, type, fields }) => {
      const table = found(tables.get(name), name);
      return `${tableOf(table)} ${type === 'id' ? 'primary' : 'unique'} (${columnsOf(
        table,
        fields.map((one) => one.name),
      )})`;
    });
  const enums = model.enums.map(
    ({ dbName, name, values }) => `${dbName ?? name}: ${values.map((value) => value.dbName ?? value.name).join(', ')}`,
  );
  return sorted({ columns: [...scalars, ...unsupportedColumns(schema)], enums, keys, references });
}

const COLUMNS = `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
    a.attnotnull AS required, (a.atthasdef OR a.attidentity <> '') AS defaulted
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
    AND c.relname <> '_prisma_migrations'`;
const ENUMS = `SELECT t.typname || ': ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) AS line
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`;
// Partial and expression indexes are written in the migrations alone.
const KEYS = `SELECT c.relname || CASE WHEN i.indisprimary THEN ' primary (' ELSE ' unique (' END
    || (SELECT string_agg(a.attname, ', ' ORDER BY k.position) FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, position)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum) || ')' AS line
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL
    AND c.relname <> '_prisma_migrations'`;
const REFERENCES =
  `SELECT table_of(f.conrelid) || ' (' || names(f.conrelid, f.conkey) || ') → ' || table_of(f.confrelid)
    || ' (' || names(f.confrelid, f.confkey) || ') ' || f.confdeltype::text || f.confupdtype::text AS line
  FROM pg_constraint f WHERE f.contype = 'f' AND f.connamespace = 'public'::regnamespace`
    // A reserved word, such as the name of the users' table, would come back in quotes.
    .replaceAll(/table_of\(([\w.]+)\)/g, "replace($1::regclass::text, '\"', '')")
    .replaceAll(
      /names\(([\w.]+), ([\w.]+)\)/g,
      `(SELECT string_agg(a.attname, ', ' ORDER BY k.position) FROM unnest($2) WITH ORDINALITY AS k (attnum, position)
    JOIN pg_attribute a ON a.attrelid = $1 AND a.attnum = k.attnum)`,
    );

export async function databaseLines(client: ClientBase): Promise<SchemaLines> {
  const lines = async (statement: string) =>
    (await client.query<{ line: string }>(statement)).rows.map(({ line }) => line);
  const { rows } = await client.query<{
    table: string;
    column: string;
    type: string;
    required: boolean;
    defaulted: boolean;
  }>(COLUMNS);
  return sorted({
    columns: rows.map(({ table, column, type, required, defaulted }) =>
      columnLine(table, column, type, required, defaulted),
    ),
    enums: await lines(ENUMS),
    keys: await lines(KEYS),
    references: await lines(REFERENCES),
  });
}
