import { describe, expect, it } from 'vitest';
import { judge } from '@/tests/bench/goals';
import { readOptions } from '@/tests/bench/options';
import { writeReport } from '@/tests/bench/report';
import { noResults, type Row } from '@/tests/bench/results';
import { fieldOf, formFields, typedOver } from '@/tests/support/form-fields';

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

describe('what saves cost', () => {
  const measure = {
    answers: 3,
    failures: 0,
    requestsPerSecond: 50,
    p50: 20,
    p99: 30,
    bytes: 100,
    cpuMs: 1,
    postgresCpuMs: null,
  };
  const saving = { size: 382, job: 'enregistrement', temperature: null, connections: 1 } as const;
  const rows: Row[] = [
    { ...saving, answerer: 'site', measure: { ...measure, p50: 5_000 } },
    { ...saving, answerer: 'prepared write', measure },
  ];

  it('is told with its ratio, and judged by no goal, however slow', () => {
    const goals = judge({ ...noResults(), rows });
    expect(goals.map(({ sentence }) => sentence)).toEqual(['Chaque réponse mesurée est un 200']);
    const report = writeReport({ ...noResults(), rows }, goals, 1);
    expect(report).toMatch(/^- mesuré : Enregistrer une structure .* — 250 fois/m);
    expect(report).toMatch(/^\| enregistrement \| 382 \| écriture préparée \| — \| 1 \|/m);
  });

  it('leaves the line out when it was not measured', () => {
    expect(writeReport({ ...noResults(), rows: rows.slice(0, 1) }, [], 1)).not.toContain('mesuré :');
  });
});

describe('the choice of what is measured', () => {
  it('has the saves unless other jobs are named', () => {
    expect(readOptions([])).toMatchObject({ isSavingMeasured: true });
    expect(readOptions(['--only', 'liste'])).toMatchObject({ jobs: ['liste'], isSavingMeasured: false });
    expect(readOptions(['--only', 'enregistrement'])).toMatchObject({ jobs: [], isSavingMeasured: true });
  });
});
