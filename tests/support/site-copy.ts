import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './templates';

const LAYOUT =
  'export const dynamic = "force-dynamic";\nexport default ({ children }: { children: React.ReactNode }) => <html lang="fr"><body>{children}</body></html>;\n';
const ACTION =
  "'use server';\nimport { redirect } from 'next/navigation';\nexport async function send() { redirect('/'); }\n";
const FORM =
  "'use client';\nimport { useActionState } from 'react';\nimport { send } from './actions';\n" +
  'export function Form({ children }: { children: React.ReactNode }) { const [, act] = useActionState(send, null); return <form action={act}>{children}</form>; }\n';

export async function sendForm(page: string, url: string): Promise<number> {
  const body = new FormData();
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g))
    body.set(name, value.replaceAll('&quot;', '"'));
  return (await fetch(url, { method: 'POST', headers: { origin: url }, body, redirect: 'manual' })).status;
}

type SiteCopy = {
  root: string;
  writeSource: (name: string, text: string) => void;
  writePage: (sentence: string) => void;
  /** As a host does: without any setting of the site. */
  build: () => Promise<{ stdout: string }>;
  remove: () => void;
};

export function copySite(name: string): SiteCopy {
  const root = path.join(ROOT, '.data', name);
  mkdirSync(path.join(root, 'app'), { recursive: true });
  for (const part of [
    'components',
    'lib',
    'prisma',
    'package.json',
    'package-lock.json',
    'next.config.ts',
    'tsconfig.json',
  ])
    cpSync(path.join(ROOT, part), path.join(root, part), { recursive: true });
  // Hard links: the packages must be below the copy's own root, and take no room.
  execFileSync('cp', ['-Rl', path.join(ROOT, 'node_modules'), path.join(root, 'node_modules')]);
  const writeSource = (file: string, text: string) => writeFileSync(path.join(root, 'app', file), text);
  const writePage = (sentence: string) =>
    writeSource(
      'page.tsx',
      `import { Form } from './form';\nexport default function Page() { return <Form><h1>${sentence}</h1></Form>; }\n`,
    );
  const build = () => promisify(execFile)(process.execPath, [path.join(root, 'lib', 'cli', 'main.mjs'), 'build']);
  writeSource('layout.tsx', LAYOUT);
  writeSource('actions.ts', ACTION);
  writeSource('form.tsx', FORM);
  return { root, writeSource, writePage, build, remove: () => rmSync(root, { recursive: true, force: true }) };
}
