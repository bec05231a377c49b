/** Which preview a form is for, and for which browser. */
export interface FormAddress {
  /** Last segment of the link. */
  readonly token: string;
  /** Hidden field, made from the browser's session. */
  readonly formToken: string;
}

const STYLE =
  'body{font:18px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}' +
  'dt{color:#444}dd{margin:0 0 .6rem;font-weight:600}fieldset{margin:1rem 0;border:1px solid #595959}' +
  'button,input{font:inherit}button{padding:.6rem 1.2rem;margin:0 1rem .5rem 0}.field{margin:1rem 0}.field label{display:block}' +
  '.field input{width:100%;max-width:24rem;padding:.4rem;box-sizing:border-box}input[type=checkbox]{width:1.3rem;height:1.3rem}' +
  '.problem{border:4px solid #a00;padding:0 1rem}:focus-visible{outline:3px solid #1a4fd0;outline-offset:2px}';

/**
 * One page: no scripts, one level-one heading.
 *
 * @param title text; the rest is HTML
 */
export function pageHtml(title: string, body: string, head = ''): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${escaped(title)}</title>${head}<style>${STYLE}</style></head><body><main>` +
    `<p><strong>Simulation: all people and registers are invented.</strong></p><h1>${escaped(title)}</h1>${body}</main></body></html>`
  );
}

export function formHtml({ token, formToken }: FormAddress, step: 'sign-in' | 'decision', fields: string): string {
  return (
    `<form method="post" action="/preview/${escaped(token)}/${step}">` +
    `<input type="hidden" name="form" value="${escaped(formToken)}">${fields}</form>`
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
}
