import { type EvidenceDocument, pathsOf, segmentsOf } from '@oots/evidence';
import { escaped, type FormAddress, formHtml, pageHtml } from './preview-page.js';
import type { PreviewPage } from './preview-space.js';

/** The pages of a preview beside the sign-in. */
export function previewHtml(page: Exclude<PreviewPage, { state: 'sign-in' }>, address: FormAddress): string {
  switch (page.state) {
    case 'waiting-for-request':
      return pageHtml('One moment', '<p>The request is on its way.</p>', '<meta http-equiv="refresh" content="1">');
    case 'decide':
      return pageHtml(
        'Look at your evidence',
        `<p>${escaped(page.requester)} would receive what is ticked. With nothing ticked, nothing is sent.</p>` +
          formHtml(address, 'decision', `${piece(page.evidence)}${SEND}${DO_NOT_SEND}`),
      );
    case 'not-yet':
      return pageHtml(
        'Your evidence is not ready',
        `<p>It can be asked for again from ${page.availableAt.toISOString().slice(0, 10)}.</p>` +
          formHtml(address, 'decision', `${EVERYTHING}${SEND}${DO_NOT_SEND}`),
      );
    case 'nothing-to-show':
      return pageHtml(
        'Nothing to show',
        `<p>No evidence can be provided automatically.</p>${formHtml(address, 'decision', EVERYTHING + GO_BACK)}`,
      );
    case 'over':
      return pageHtml(
        'This preview is over',
        '<p>The link was used, or its time ran out. Nothing more happens here.</p>',
      );
  }
}

const EVERYTHING = '<input type="hidden" name="evidence" value="1">';
const SEND = '<button name="decision" value="accept">Send it</button>';
const DO_NOT_SEND = '<button name="decision" value="decline">Do not send it</button>';
const GO_BACK = '<button name="decision" value="accept">Go back</button>';

/** One piece of evidence: its box, and what is in it. */
function piece(evidence: EvidenceDocument): string {
  return (
    '<fieldset><legend>Evidence to send</legend><p><input type="checkbox" id="evidence-1" name="evidence" value="1" checked> ' +
    `<label for="evidence-1">Send this evidence</label></p>${list(evidence)}</fieldset>`
  );
}

function list(evidence: EvidenceDocument): string {
  const rows = pathsOf(evidence).map((path) => {
    const value = segmentsOf(path).reduce<unknown>(
      (node, segment) => (node as Record<string, unknown>)[segment],
      evidence,
    );
    return `<dt>${escaped(path.slice(1).replaceAll('/', ' › '))}</dt><dd>${escaped(String(value))}</dd>`;
  });
  return `<dl>${rows.join('')}</dl>`;
}
