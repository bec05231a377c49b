import { exactlyOne, expecting, holds, textLike, type Condition } from '../conditions.js';
import type { Path } from '../path.js';
import { fatal, warning, type Rule } from '../rule.js';

/** Data models of the Semantic Repository, by the host and the folder of each line. */
export const DATA_MODEL_1_0 = /^https:\/\/sr\.oots\.tech\.europa\.eu\/distributions\//;
export const DATA_MODEL_1_2 = /^https:\/\/sr(\.[a-zA-Z]+)?\.oots\.tech\.ec\.europa\.eu\/(datamodels|distributions)\//;

interface TransformationNumbers {
  readonly address: string;
  readonly present: string;
  readonly single: string;
}

const transforms: Condition = holds('sdg:Transformation');

/** `Transformation`, which 2.0 has no more: an address of the Semantic Repository. */
export function transformationAddress(id: string, distribution: Path, shape: RegExp): Rule {
  return fatal(
    id,
    '1.0',
    'a transformation is a data model of the Semantic Repository, or a subset of one',
    distribution.child('sdg:Transformation'),
    textLike(shape),
  );
}

/** The same with its data model beside it, as 1.2 asks. */
export function transformation(numbers: TransformationNumbers, distribution: Path): readonly Rule[] {
  const transformed = distribution.where(transforms);
  return [
    transformationAddress(numbers.address, distribution, DATA_MODEL_1_2),
    warning(
      numbers.present,
      '1.1',
      'a transformation stands beside its data model',
      transformed,
      holds('sdg:ConformsTo'),
    ),
    fatal(
      numbers.single,
      '1.1',
      'a transformation stands beside exactly one data model',
      transformed,
      exactlyOne('sdg:ConformsTo'),
    ),
  ];
}

/** eIDAS identifiers of the 1.0 draft: nine letters or digits at least. */
export const eidasIdentifier10 = expecting('<country>/<country>/<9 letters or digits>', (element) =>
  /[a-z]{2}\/[a-z]{2}\/[a-z0-9]{9}/i.test(element.text),
);

/** Evidence types of 1.0: any country code, host without `ec`. */
export const evidenceTypeClassification10 = expecting(
  'https://sr.oots.tech.europa.eu/evidencetypeclassifications/<country>/<UUID>',
  (element) =>
    /https:\/\/sr\.oots\.tech\.europa\.eu\/evidencetypeclassifications\/[a-z]{2}\/[a-f0-9]{8}(-[a-f0-9]{4}){3}-[a-f0-9]{12}$/i.test(
      element.text,
    ),
);
