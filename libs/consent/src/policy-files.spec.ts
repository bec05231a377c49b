import { createHash } from 'node:crypto';
import { modelKnows } from '@oots/evidence';
import { shippedTables } from './testing/index.js';
import { readNoticeCatalogue } from './notice/notice-catalogue.js';

const COUNTRIES = ['FI', 'EE', 'SE', 'NO', 'LV', 'LT'];
const PAIRS = COUNTRIES.flatMap((requester) =>
  COUNTRIES.filter((provider) => provider !== requester).map((provider) => ({ requester, provider })),
);
const LANGUAGE_OF: Record<string, string> = { FI: 'FI', EE: 'ET', SE: 'SV', NO: 'NB', LV: 'LV', LT: 'LT' };
const names = { requesterName: 'Requester', providerName: 'Provider' };

describe('given the tables that the testbed decides by', () => {
  const { policy, permissions, notices } = shippedTables();
  const residence = (requesterCountry: string, providerCountry: string, evidenceType = 'residence') =>
    policy.decide({ procedure: 'V1', requesterCountry, providerCountry, evidenceType });

  it('then each of the thirty pairs has a decision about a registered residence, made for it', () => {
    expect(PAIRS).toHaveLength(30);
    for (const { requester, provider } of PAIRS) expect(residence(requester, provider).rule).toMatch(/^V1-/);
  });

  it('then exactly the pairs with an arrangement exchange under law', () => {
    const byLaw = PAIRS.filter(({ requester, provider }) => residence(requester, provider).mode === 'background-law');

    expect(byLaw.map(({ requester, provider }) => `${requester}<-${provider}`).sort()).toEqual(
      ['FI<-EE', 'EE<-FI', 'FI<-SE', 'SE<-FI', 'FI<-NO', 'NO<-FI', 'SE<-NO', 'NO<-SE', 'EE<-LV', 'LV<-EE'].sort(),
    );
  });

  it('then Latvia gives what a person permits, and everybody else is asked in the open', () => {
    expect(residence('FI', 'LV').mode).toBe('background-consent');
    expect(residence('LT', 'LV').mode).toBe('background-consent');
    expect(residence('LT', 'SE').mode).toBe('interactive');
    expect(residence('LV', 'FI').mode).toBe('interactive');
  });

  it('then the move from Estonia to Finland stands on the agreement, in both directions', () => {
    for (const [requester, provider] of [
      ['FI', 'EE'],
      ['EE', 'FI'],
    ] as const) {
      expect(residence(requester, provider)).toMatchObject({
        mode: 'background-law',
        rule: 'V1-EE-FI-residence',
        legalBasis: { type: 'GDPR-6-1-e', article: '11-15', memberState: requester },
        purpose: { code: 'change-of-residence' },
      });
    }
    expect(residence('FI', 'EE', 'family-composition')).toMatchObject({ rule: 'V1-EE-FI-family' });
  });

  it('when nothing else is said, then an exchange is interactive and of the whole evidence', () => {
    const decision = policy.decide({
      procedure: 'T2',
      requesterCountry: 'FI',
      providerCountry: 'LT',
      evidenceType: 'birth',
    });

    expect(decision).toMatchObject({ mode: 'interactive', rule: 'any-procedure' });
    expect(decision.paths).toBeUndefined();
  });

  it('then what the policy lets a requester ask on a law, the provider lets it have', () => {
    for (const { requester, provider } of PAIRS) {
      for (const evidenceType of ['residence', 'family-composition']) {
        const decision = residence(requester, provider, evidenceType);
        if (decision.mode !== 'background-law') continue;
        const [permission] = permissions.permissions.filter(
          (row) =>
            row.providerCountry === provider &&
            row.requester.country === requester &&
            row.evidenceType === evidenceType,
        );
        const answer = permissions.check({
          providerCountry: provider,
          requester: permission!.requester,
          procedure: 'V1',
          purpose: decision.purpose.code,
          evidenceType,
          legalBasis: decision.legalBasis,
          requestedPaths: decision.paths!,
        });
        expect(answer).toMatchObject({ outcome: 'granted', granted: decision.paths, omitted: [] });
      }
    }
  });

  it('then every permitted path is one of the evidence model', () => {
    for (const { requester, provider } of PAIRS) {
      for (const evidenceType of ['residence', 'family-composition'] as const) {
        const { paths = [] } = residence(requester, provider, evidenceType);
        expect(paths.filter((path) => !modelKnows(evidenceType, path))).toEqual([]);
      }
    }
  });

  it('then the notice of a move speaks the language of the country that asks', () => {
    for (const { requester, provider } of PAIRS) {
      const decision = residence(requester, provider);
      if (decision.mode === 'background-consent') continue;
      const language = LANGUAGE_OF[requester]!;
      for (const spoken of [language, 'EN']) {
        expect(notices.render(decision, spoken, names)).toMatchObject({ language: spoken });
      }
    }
  });

  it('then every notice that a rule names can be shown, with nothing left open', () => {
    for (const notice of policy.notices) {
      expect(notices.has(notice)).toBe(true);
      const { text } = notices.render({ ...residence('FI', 'EE'), notice }, 'EN', names);
      expect(text).not.toMatch(/[{}]/);
      expect(text).toContain('Requester');
      expect(text).toContain('12 months');
    }
  });

  it('then the digest is of the text that was shown, and another name gives another digest', () => {
    const shown = notices.render(residence('FI', 'EE'), 'FI', names);
    const other = notices.render(residence('FI', 'EE'), 'FI', { ...names, requesterName: 'Other' });

    expect(shown.identifier).toBe('residence-by-law-1');
    expect(shown.text).toContain('12 kuukautta');
    expect(shown.digest).toBe(`sha256:${createHash('sha256').update(shown.text, 'utf8').digest('hex')}`);
    expect(other.digest).not.toBe(shown.digest);
  });

  it('when a notice has no text in the language, then it is shown in English and says so', () => {
    expect(notices.render(residence('FI', 'EE'), 'IS', names).language).toBe('EN');
    expect(notices.render(residence('FI', 'EE'), 'constructor', names).language).toBe('EN');
  });

  it('when a decision names a notice that is not there, then that is an error of the tables', () => {
    const decision = { ...residence('FI', 'EE'), notice: 'toString' };

    expect(() => notices.render(decision, 'EN', names)).toThrow('notices toString: there is none');
  });

  it('when a name looks like a placeholder, then it is shown as it is', () => {
    const { text } = notices.render(residence('FI', 'EE'), 'EN', { ...names, requesterName: '{provider} $&' });

    expect(text).toContain('{provider} $& asks Provider');
  });
});

describe('given a notice that leaves something open', () => {
  it('then the catalogue is refused, naming the notice and the language', () => {
    const text = 'notices: { move: { version: 1, texts: { EN: "Dear {name}" } } }';

    expect(() => readNoticeCatalogue(text)).toThrow('notices move, texts/EN: nothing fills {name}');
    expect(() => readNoticeCatalogue('notices: { move: { version: 1, texts: { FI: "Hei" } } }')).toThrow(
      'notices move',
    );
  });
});
