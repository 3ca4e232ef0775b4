/** Preloaded into a site: its clock begins at CLOCK_FROM, and is moved on by CLOCK_STEP_MS at each SIGUSR2. */
const began = Date.now();
let ahead = Date.parse(process.env.CLOCK_FROM) - began;
process.on('SIGUSR2', () => {
  ahead += Number(process.env.CLOCK_STEP_MS);
});
const read = Date.now;
const now = () => read() + ahead;
globalThis.Date = new Proxy(Date, {
  construct: (target, args, own) => Reflect.construct(target, args.length === 0 ? [now()] : args, own),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
