import { LANGUAGE_FORM_1_0 } from '../../code-lists/languages.js';
import { isElectronicAddressScheme } from '../../code-lists/identifier-schemes.js';
import type { PrefixedName } from '../../xml/namespaces.js';
import { attributeLike, both, expecting, hasAttribute, holds } from '../conditions.js';
import type { Path } from '../path.js';
import { fatal, type Rule } from '../rule.js';

/** What 1.0 asks in other words than the later lines. @see the Schematron files of OOTS-EDM 1.0 */

export function organisation10(id: string, identifiers: Path): Rule {
  return fatal(
    id,
    '1.0',
    'the scheme of an organisation is EAS:<code>',
    identifiers,
    expecting('the scheme urn:cef.eu:names:identifier:EAS:<code of EAS>', (identifier) =>
      isElectronicAddressScheme(identifier.attribute('schemeID') ?? ''),
    ),
  );
}

export function language10(id: string, texts: Path, attribute: 'lang' | 'xml:lang' = 'lang'): Rule {
  return fatal(
    id,
    '1.0',
    'the language is an upper-case code of LanguageCode',
    texts.where(hasAttribute(attribute)),
    attributeLike(attribute, LANGUAGE_FORM_1_0),
  );
}

/** 1.0 lists what must be there, not what may. */
export function complete10(id: string, says: string, at: Path, ...names: readonly PrefixedName[]): Rule {
  return fatal(id, '1.0', says, at, both(...names.map((name) => holds(name))));
}
