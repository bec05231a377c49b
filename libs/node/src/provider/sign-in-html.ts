import { SIGN_IN_FIELDS, type SignInField } from './preview-forms.dto.js';
import { type FormAddress, formHtml, pageHtml } from './preview-page.js';

const LABELS: Readonly<Record<SignInField, string>> = {
  familyName: 'Family name',
  givenName: 'Given name',
  dateOfBirth: 'Date of birth',
  nationalIdentifier: 'National identifier',
};

/** What browsers know of the fields; a national identifier is none of it. */
const KINDS: Readonly<Record<SignInField, string>> = {
  familyName: 'type="text" autocomplete="family-name"',
  givenName: 'type="text" autocomplete="given-name"',
  dateOfBirth: 'type="date" autocomplete="bday"',
  nationalIdentifier: 'type="text" autocomplete="off" spellcheck="false"',
};

/**
 * Asks the person to sign in. Says nothing of the request, and of a sign-in that failed not why.
 *
 * @param missing fields to fill in; none: the sign-in failed; undefined: nothing was tried yet
 */
export function signInHtml(address: FormAddress, missing: readonly SignInField[] | undefined): string {
  const fields = SIGN_IN_FIELDS.map((field) => fieldHtml(field, missing?.includes(field) ?? false)).join('');
  return pageHtml(
    missing === undefined ? 'Sign in to see your evidence' : 'Error: sign in to see your evidence',
    (missing === undefined ? '' : problemHtml(missing)) +
      '<p>This stands in for a national eID: a <strong>simulated sign-in</strong>. It takes what an eID would say of you. ' +
      'Do not type in anything about a real person.</p>' +
      formHtml(address, 'sign-in', `${fields}<p><button>Sign in</button></p>`),
  );
}

function problemHtml(missing: readonly SignInField[]): string {
  const what =
    missing.length === 0
      ? '<p>We could not match this sign-in with the request. After three sign-ins without a match the preview is over.</p>'
      : `<ul>${missing.map((field) => `<li><a href="#${field}">${LABELS[field]} is missing</a></li>`).join('')}</ul>`;
  return `<div class="problem" role="alert" aria-labelledby="problem"><h2 id="problem">There is a problem</h2>${what}</div>`;
}

function fieldHtml(field: SignInField, missing: boolean): string {
  const problem = missing ? `<span id="${field}-problem">${LABELS[field]} is missing</span>` : '';
  const described = missing ? ` aria-invalid="true" aria-describedby="${field}-problem"` : '';
  return (
    `<div class="field"><label for="${field}">${LABELS[field]}</label>${problem}` +
    `<input id="${field}" name="${field}" required ${KINDS[field]}${described}></div>`
  );
}
