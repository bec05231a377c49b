import { NO_ARTEFACTS, secondJudge } from '@oots/edm/testing';
import type { TestNode } from './test-node.js';

/** Declares the test that somebody else's schemas and rules have nothing against what the node sent; the last of a suite. */
export function itSendsOnlyValidMessages(node: () => TestNode): void {
  const judge = secondJudge();
  if (judge === undefined) {
    it.skip(`then the second judge has nothing against what was sent (skipped without its artefacts: ${NO_ARTEFACTS})`, () =>
      undefined);
    return;
  }
  it('then the second judge has nothing against any message that was sent', () => {
    const { received } = node().neighbour;
    expect(received.length).toBeGreaterThan(0);
    const objections = received.flatMap(({ header, headerXml, parts }) => [
      ...judge.objections(headerXml).map(({ rule, message }) => `${header.action} header ${rule}: ${message}`),
      ...judge.objections(parts[0]?.bytes ?? '').map(({ rule, message }) => `${header.action} ${rule}: ${message}`),
    ]);
    expect([...new Set(objections)]).toEqual([]);
  });
}
