import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { OFFICE_ACTIONS, OPEN_ACTIONS } from '../support/office-action-cases';
import { OFFICE_PAGES } from '../support/office-page-cases';

const ROOT = path.resolve(import.meta.dirname, '../..');
const files = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.tsx?$/.test(file)),
);
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

const pages = files.filter((file) => /^app\/admin\/.*\b(page|route|default)\.tsx?$/.test(file));
const withActions = files.filter((file) => /^\s*['"]use server['"]/m.test(textOf(file)));
const exported = (file: string) => [...textOf(file).matchAll(/^export .+$/gm)].map(([line]) => line);
const actions = withActions.flatMap((file) =>
  exported(file).map((line) => ({ file, line, name: /^export const (\w+) = /.exec(line)?.[1] ?? line })),
);

/** The page awaits its parameters at most, then asks who is there; so does the title that it gives itself. */
const FIRST_LINE =
  /\{\n(?: {2}const \{ \w+(?:, \w+)* \} = await params;\n)? {2}(?:const .+ = )?await guard(?:Page|Structure|Awarded|Wave)\(/
    .source;
const GUARDED = new RegExp(String.raw`^export default async function \w+\([^)]*\) ${FIRST_LINE}`, 'm');
const GUARDED_TITLE = new RegExp(
  String.raw`^export async function generateMetadata\([^)]*\): Promise<Metadata> ${FIRST_LINE}`,
  'm',
);

describe('the doors of the office', () => {
  it('are guarded by the first line of each page', () => {
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.filter((file) => !file.endsWith('route.ts') && !GUARDED.test(textOf(file)))).toEqual([]);
    const titled = pages.filter((file) => textOf(file).includes('generateMetadata'));
    expect(titled.length).toBeGreaterThan(4);
    expect(titled.filter((file) => !GUARDED_TITLE.test(textOf(file)))).toEqual([]);
  });

  it('are guarded by the first lines of each file to be had', () => {
    const first =
      /export async function GET\(.*\): Promise<Response> \{\n {2}const filter = parse.+;\n {2}const who = await guardFile\(/;
    expect(pages.filter((file) => file.endsWith('route.ts') && !first.test(textOf(file)))).toEqual([]);
  });

  it('have one doorway for writing: each action is made by it, and stands in a file of actions', () => {
    expect(actions.length).toBeGreaterThan(30);
    expect(withActions.filter((file) => !/^app\/.*\/actions\.ts$/.test(file))).toEqual([]);
    expect(
      actions.filter(
        ({ line }) => !/^export const \w+ = (formAction|openFormAction(Once)?)\($/.test(line.replace(/\(.*$/, '(')),
      ),
    ).toEqual([]);
    expect(
      actions.filter(({ file, line }) => file.startsWith('app/admin/') && line.includes('= openFormAction')),
    ).toEqual([]);
  });

  it('are all attacked: each page and each action has its line in the tables of attacks', () => {
    expect(Object.keys(OFFICE_PAGES).toSorted()).toEqual(pages.toSorted());
    const named = actions.map(({ file, name }) => `${file}#${name}`);
    expect(Object.keys(OFFICE_ACTIONS).toSorted()).toEqual(
      named.filter((name) => name.startsWith('app/admin/')).toSorted(),
    );
    expect(Object.keys(OPEN_ACTIONS).toSorted()).toEqual(
      named.filter((name) => !name.startsWith('app/admin/')).toSorted(),
    );
  });
});
