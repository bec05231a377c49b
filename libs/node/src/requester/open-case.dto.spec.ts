import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { OpenCaseDto } from './open-case.dto.js';

const CASE = { procedure: 'X1', providerCountry: 'EE', explicitRequest: true };
const COMPANY = { eidasIdentifier: 'EE/LV/19999992', legalName: 'Näide OÜ', levelOfAssurance: 'High' };
const PERSON = { familyName: 'Tamm', givenName: 'Mari', dateOfBirth: '2000-01-01', levelOfAssurance: 'High' };

function problemsOf(body: unknown): readonly string[] {
  const options = { whitelist: true, forbidNonWhitelisted: true };
  const problems = validateSync(plainToInstance(OpenCaseDto, body), options);
  return problems.flatMap(({ property, children = [] }) =>
    children.length === 0 ? [property] : children.map((child) => `${property}.${child.property}`),
  );
}

describe('given a case as an authority opens it over HTTP', () => {
  it('when it is about a person, then it stands for a natural person', () => {
    const body = { ...CASE, subject: PERSON };

    expect(problemsOf(body)).toEqual([]);
    expect(plainToInstance(OpenCaseDto, body).need().subject).toMatchObject({
      kind: 'natural',
      person: { familyName: 'Tamm' },
    });
  });

  it('when it is about a company, then it stands for a legal person', () => {
    const body = { ...CASE, subject: COMPANY };

    expect(problemsOf(body)).toEqual([]);
    expect(plainToInstance(OpenCaseDto, body).need().subject).toMatchObject({
      kind: 'legal',
      person: { legalName: 'Näide OÜ', eidasIdentifier: 'EE/LV/19999992' },
    });
  });

  it('when it names some of the evidence, then it asks for no other', () => {
    const body = { ...CASE, subject: PERSON, evidenceTypes: ['residence'] };

    expect(problemsOf(body)).toEqual([]);
    expect(plainToInstance(OpenCaseDto, body).need().evidenceTypes).toEqual(['residence']);
  });

  it.each([
    [
      'a company without identifier',
      { ...CASE, subject: { ...COMPANY, eidasIdentifier: undefined } },
      'subject.eidasIdentifier',
    ],
    ['a company without a name', { ...CASE, subject: { ...COMPANY, legalName: '' } }, 'subject.legalName'],
    ['a company whose name is null', { ...CASE, subject: { ...COMPANY, legalName: null } }, 'subject.legalName'],
    ['a person without names', { ...CASE, subject: { ...PERSON, familyName: undefined } }, 'subject.familyName'],
    ['an empty list of evidence', { ...CASE, subject: PERSON, evidenceTypes: [] }, 'evidenceTypes'],
    ['evidence that is no name', { ...CASE, subject: PERSON, evidenceTypes: ['../x'] }, 'evidenceTypes'],
  ])('when it has %s, then it is refused for that', (_what, body, problem) => {
    expect(problemsOf(body)).toEqual([problem]);
  });
});
