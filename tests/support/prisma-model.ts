import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ROOT } from './templates';

const field = z.object({
  name: z.string(),
  dbName: z.string().nullish(),
  kind: z.enum(['scalar', 'enum', 'object', 'unsupported']),
  isList: z.boolean(),
  isRequired: z.boolean(),
  hasDefaultValue: z.boolean(),
  type: z.string(),
  nativeType: z.tuple([z.string(), z.array(z.string())]).nullish(),
  relationFromFields: z.array(z.string()).optional(),
  relationToFields: z.array(z.string()).optional(),
  relationOnDelete: z.string().optional(),
  relationOnUpdate: z.string().optional(),
});
const model = z.object({ name: z.string(), dbName: z.string().nullable(), fields: z.array(field) });
const datamodel = z.object({
  models: z.array(model),
  enums: z.array(
    z.object({
      name: z.string(),
      dbName: z.string().nullish(),
      values: z.array(z.object({ name: z.string(), dbName: z.string().nullish() })),
    }),
  ),
  indexes: z.array(
    z.object({
      model: z.string(),
      type: z.enum(['id', 'unique', 'normal', 'fulltext']),
      fields: z.array(z.object({ name: z.string() })),
    }),
  ),
});

export type PrismaModel = z.infer<typeof datamodel>;
export type PrismaTable = z.infer<typeof model>;
export type PrismaField = z.infer<typeof field>;

/** Handed over by a generator of our own: no native engine takes part. */
export async function readPrismaModel(schema: string): Promise<PrismaModel> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'prisma-model-'));
  try {
    const file = path.join(folder, 'model.json');
    // Copied beside the schema: Prisma hands the command to a shell, which a space in our own path would cut.
    const generator = path.join(folder, 'print-model.mjs');
    await copyFile(path.join(ROOT, 'tests', 'support', 'print-model.mjs'), generator);
    const copy = path.join(folder, 'schema.prisma');
    await writeFile(copy, `${schema}\ngenerator model {\n  provider = "node ${generator}"\n  file = "${file}"\n}\n`);
    const prisma = path.join(ROOT, 'node_modules', 'prisma', 'build', 'index.js');
    await promisify(execFile)(process.execPath, [prisma, 'generate', '--schema', copy, '--generator', 'model'], {
      cwd: ROOT,
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    });
    return datamodel.parse(JSON.parse(await readFile(file, 'utf8')));
  } finally {
    await rm(folder, { recursive: true });
  }
}
