// Built-ins only, so that nothing of what may fail in the site can fail here.
import { spawn } from 'node:child_process';

const AT_MOST_EVERY_MS = 5_000;

let child;
let wasOpen = false;
let isStopping = false;

const say = (sentence) => process.stderr.write(`${sentence}\n`);

function start() {
  const began = Date.now();
  child = spawn(process.execPath, process.argv.slice(2), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  child.on('message', () => {
    wasOpen = true;
  });
  child.on('exit', (code, signal) => {
    // A first start that gives up has said why; an end without an error was asked for.
    if (isStopping || !wasOpen || code === 0) process.exit(code ?? 1);
    const waitMs = Math.max(0, began + AT_MOST_EVERY_MS - Date.now());
    const how = signal === null ? `avec le code ${code}` : `sur le signal ${signal}`;
    say(`Le site s’est arrêté de lui-même, ${how} : nouveau démarrage dans ${Math.ceil(waitMs / 1000)} s.`);
    setTimeout(start, waitMs);
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    isStopping = true;
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    else process.exit(1);
  });
}
start();
