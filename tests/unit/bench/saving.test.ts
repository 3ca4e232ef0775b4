import { describe, expect, it } from 'vitest';
import { judge } from '@/tests/bench/goals';
import { readOptions } from '@/tests/bench/options';
import { writeReport } from '@/tests/bench/report';
import type { Row } from '@/tests/bench/run';
import { fieldOf, formFields, typedOver } from '@/tests/bench/saving/form-fields';
import { summarize } from '@/tests/bench/saving/measure-saves';

const PAGE = `<form id="autre"><input type="hidden" name="version" value="1"/></form>
  <form class="f" action="" id="structure" encType="multipart/form-data" method="POST">
    <input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;b&quot;}"/>
    <input type="hidden" name="version" value="7"/>
    <input type="text" name="name" value="L&#x27;Usine"/><input name="siret" value=""/>
    <input type="text" name="closed" disabled="" value="x"/><input type="radio" name="kind" value="a"/>
    <input type="radio" name="kind" checked="" value="b"/><input type="checkbox" name="published" value="oui"/>
    <input type="checkbox" name="kept" checked=""/><textarea name="description" rows="4">
Deux &lt;mots&gt;</textarea><select name="basis"><option value="">—</option><option value="source" selected="">Source</option></select>
    <select name="first"><option>Un</option><option>Deux</option></select>
    <button type="submit" name="intention" value="enregistrer">Enregistrer</button></form>`;

describe('the form that a save sends', () => {
  const fields = formFields(PAGE, 'structure');

  it('has what a browser without JavaScript would send, and no more', () => {
    expect(fields).toEqual([
      ['$ACTION_1:0', '{"id":"a&b"}'],
      ['version', '7'],
      ['name', "L'Usine"],
      ['siret', ''],
      ['kind', 'b'],
      ['kept', 'on'],
      ['description', 'Deux <mots>'],
      ['basis', 'source'],
      ['first', 'Un'],
    ]);
  });

  it('is typed over, the button that is pressed added', () => {
    const sent = typedOver(fields, { name: 'Autre', intention: 'enregistrer' });
    expect(sent).toHaveLength(fields.length + 1);
    expect([fieldOf(sent, 'name'), fieldOf(sent, 'intention')]).toEqual(['Autre', 'enregistrer']);
  });

  it('is missed aloud, as is a field of it', () => {
    expect(() => formFields(PAGE, 'ailleurs')).toThrow('ailleurs');
    expect(() => fieldOf(fields, 'closed')).toThrow('closed');
  });
});

const saves = [30, 10, 20].map((milliseconds) => ({ milliseconds, bytes: 100 }));

describe('what saves cost', () => {
  it('counts the saves and not the time between them', () => {
    expect(summarize(saves)).toEqual({ answers: 3, failures: 0, requestsPerSecond: 50, p50: 20, p99: 30, bytes: 100 });
  });

  const measure = { ...summarize(saves), cpuMs: 1, postgresCpuMs: null };
  const saving = { size: 382, job: 'enregistrement', temperature: null, connections: 1 } as const;
  const rows: Row[] = [
    { ...saving, answerer: 'site', measure: { ...measure, p50: 5_000 } },
    { ...saving, answerer: 'prepared write', measure },
  ];

  it('is told with its ratio, and judged by no goal, however slow', () => {
    const goals = judge(rows, new Map(), null, []);
    expect(goals.map(({ sentence }) => sentence)).toEqual(['Chaque réponse mesurée est un 200']);
    const report = writeReport(rows, goals, 1);
    expect(report).toMatch(/^- mesuré : Enregistrer une structure .* — 250 fois/m);
    expect(report).toMatch(/^\| enregistrement \| 382 \| écriture préparée \| — \| 1 \|/m);
  });

  it('leaves the line out when it was not measured', () => {
    expect(writeReport(rows.slice(0, 1), [], 1)).not.toContain('mesuré :');
  });
});

describe('the choice of what is measured', () => {
  it('has the saves unless other jobs are named', () => {
    expect(readOptions([])).toMatchObject({ saves: true });
    expect(readOptions(['--only', 'liste'])).toMatchObject({ jobs: ['liste'], saves: false });
    expect(readOptions(['--only', 'enregistrement'])).toMatchObject({ jobs: [], saves: true });
  });
});
