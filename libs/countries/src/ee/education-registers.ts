import type { Degree, EducationSchemes, SchoolLeaving } from '../register/education.js';
import { dotted } from '../register/national-dates.js';
import { NationalRegister } from '../register/national-register.js';
import { RecordShape, at, groupAt, listAt } from '../register/record-shape.js';

export const schemes: EducationSchemes = {
  language: 'et',
  institution: 'EE-EHIS',
  framework: 'EE-EKR',
  schoolGrades: 'EE-1-5',
  universityGrades: 'EE-A-F',
};

/** EHIS, school leaving certificates of upper secondary schools. */
export const lõputunnistused = new NationalRegister(
  'ehis-loputunnistused',
  new RecordShape<SchoolLeaving>({
    school: groupAt('oppeasutus', { id: at('ehisKood'), name: at('nimetus') }),
    certificate: at('tunnistuseLiik'),
    awardedOn: at('valjaantud', dotted),
    results: listAt('hinneteleht', { subject: at('oppeaine'), grade: at('hinne') }),
  }),
);

/** EHIS, diplomas of higher education. Credits are EAP, which equal ECTS. */
export const diplomid = new NationalRegister(
  'ehis-diplomid',
  new RecordShape<Degree>({
    university: groupAt('korgkool', { id: at('ehisKood'), name: at('nimetus') }),
    title: at('kraad'),
    english: at('kraadInglise'),
    eqf: at('ekrTase'),
    field: at('iscedF'),
    credits: at('eap'),
    awardedOn: at('lopetamiseKuupaev', dotted),
    results: listAt('akademOiend', { course: at('aine'), credits: at('eap'), grade: at('hinne') }),
  }),
);
