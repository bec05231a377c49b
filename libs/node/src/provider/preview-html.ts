import { type EvidenceDocument, pathsOf, segmentsOf } from '@oots/evidence';
import type { PreviewPage } from './preview-space.js';

const STYLE =
  'body{font:18px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}' +
  'dt{color:#444}dd{margin:0 0 .6rem;font-weight:600}button{font:inherit;padding:.6rem 1.2rem;margin-right:1rem}';

/** The preview as one page without scripts. */
export function previewHtml(page: PreviewPage, token: string): string {
  switch (page.state) {
    case 'waiting-for-request':
      return html('One moment', '<p>The request is on its way.</p>', '<meta http-equiv="refresh" content="1">');
    case 'decide':
      return html(
        'Look at your evidence',
        `<p>${escaped(page.requester)} would receive:</p>${list(page.evidence)}${decision(token)}`,
      );
    case 'not-yet':
      return html(
        'Your evidence is not ready',
        `<p>It can be asked for again from ${page.availableAt.toISOString().slice(0, 10)}.</p>${decision(token)}`,
      );
    case 'nothing-to-show':
      return html('Nothing to show', `<p>No evidence can be provided automatically.</p>${decision(token)}`);
    case 'over':
      return html('This preview is over', '<p>The link was used, or its time ran out. Nothing more happens here.</p>');
  }
}

/** @param token of letters and digits, as this node issues it */
function decision(token: string): string {
  return (
    `<form method="post" action="/preview/${escaped(token)}/decision"><button name="decision" value="accept">Send it</button>` +
    '<button name="decision" value="decline">Do not send it</button></form>'
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

function html(title: string, body: string, head = ''): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}<style>${STYLE}</style></head>` +
    `<body><main><p><strong>Simulation: all people and registers are invented.</strong></p><h1>${title}</h1>${body}</main></body></html>`
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
}
