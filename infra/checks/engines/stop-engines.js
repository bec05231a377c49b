/** Jest's global teardown: what was started goes, what was there stays. */
export default async function stopEngines() {
  await Promise.all(globalThis.engines.map((engine) => engine.stop()));
}
