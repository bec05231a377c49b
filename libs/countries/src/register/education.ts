import type { PersonEvidence } from './person-register.js';

/** A school or university as its register knows it. */
export interface Institution {
  readonly id: string;
  readonly name: string;
}

export interface SchoolLeaving {
  readonly school: Institution;
  /** In the national language. */
  readonly certificate: string;
  readonly awardedOn: string;
  readonly results: readonly { readonly subject: string; readonly grade: string }[];
}

export interface Degree {
  readonly university: Institution;
  readonly title: string;
  readonly english: string;
  readonly eqf: 6 | 7;
  /** ISCED-F 2013 */
  readonly field: string;
  /** ECTS */
  readonly credits: number;
  readonly awardedOn: string;
  readonly results: readonly { readonly course: string; readonly credits: number; readonly grade: string }[];
}

/** Schemes a country's education registers use. */
export interface EducationSchemes {
  /** Two lower-case letters: of titles and of instruction. */
  readonly language: string;
  /** Of institution numbers. */
  readonly institution: string;
  /** National qualifications framework. */
  readonly framework: string;
  readonly schoolGrades: string;
  readonly universityGrades: string;
}

/** School leaving certificates as evidence of secondary education. */
export const schoolEvidence = (
  schemes: EducationSchemes,
): PersonEvidence<'secondary-education-completion', SchoolLeaving> => ({
  body: ({ school, certificate, awardedOn, results }, learner) => ({
    learner,
    qualification: {
      title: [{ lang: schemes.language, text: certificate }],
      level: { eqf: 4, isced2011: '3', nqf: { scheme: schemes.framework, value: '4' } },
      awardedDate: awardedOn,
      language: [schemes.language],
    },
    issuingInstitution: institution(school, schemes),
    results: results.map(({ subject, grade }) => ({
      title: subject,
      grade,
      gradingScheme: schemes.schoolGrades,
      status: 'passed' as const,
    })),
    revoked: { value: false },
  }),
  fact: ({ awardedOn }) => ({ validFrom: awardedOn }),
});

/** Degrees as evidence of tertiary education. */
export const degreeEvidence = (schemes: EducationSchemes): PersonEvidence<'tertiary-education-completion', Degree> => ({
  body: (degree, learner) => ({
    learner,
    qualification: {
      title: [
        { lang: schemes.language, text: degree.title },
        { lang: 'en', text: degree.english },
      ],
      level: {
        eqf: degree.eqf,
        isced2011: String(degree.eqf),
        nqf: { scheme: schemes.framework, value: String(degree.eqf) },
      },
      field: degree.field,
      awardedDate: degree.awardedOn,
      language: [schemes.language],
      totalCredits: { scheme: 'ECTS', value: degree.credits },
    },
    issuingInstitution: institution(degree.university, schemes),
    results: degree.results.map(({ course, credits, grade }) => ({
      title: course,
      credits,
      grade,
      gradingScheme: schemes.universityGrades,
      status: 'passed' as const,
    })),
    revoked: { value: false },
  }),
  fact: ({ awardedOn }) => ({ validFrom: awardedOn }),
});

function institution({ id, name }: Institution, schemes: EducationSchemes) {
  return {
    identifiers: [{ scheme: schemes.institution, value: id }],
    name: [{ lang: schemes.language, text: name }],
  };
}
