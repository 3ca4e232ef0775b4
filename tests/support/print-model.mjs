// A generator that writes down how Prisma reads the schema: JSON-RPC, a line at a time, answered on stderr.
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const answer = (id, result) => process.stderr.write(`${JSON.stringify({ jsonrpc: '2.0', id, result })}\n`);

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (method === 'getManifest') answer(id, { manifest: { prettyName: 'model', defaultOutput: '.' } });
  if (method === 'generate') {
    writeFileSync(params.generator.config.file, JSON.stringify(params.dmmf.datamodel));
    answer(id, null);
  }
});
