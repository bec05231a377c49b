import { EDM_EXCEPTIONS } from '../../exceptions/edm-exception.js';
import { writeErrorResponse } from '../../error/error-response.xml.js';
import { writeEbmsHeader } from '../../header/ebms-header.xml.js';
import { writeNotification } from '../../notification/notification.xml.js';
import { writeEvidenceRequest } from '../../request/evidence-request.xml.js';
import { writeEvidenceResponse } from '../../response/evidence-response.xml.js';
import { EDM_1_0, EDM_1_1, EDM_1_2, EDM_2_0, EDM_BACKGROUND_0_1, type SpecificationLine } from '../../specification.js';
import {
  aBackgroundRequest,
  aBackgroundResponse,
  aCompany,
  aConsentedBasis,
  aDeferral,
  aHeader,
  anError,
  anEvidenceType,
  anException,
  aNotification,
  aPackage,
  aPerson,
  aRequest,
  aResponse,
} from '../builders.js';
import { append, changed, drop, each, move, retype, text, type Change } from './change.js';
import type { BaseName } from './fault.js';

/** Valid messages with as much in them as one message can have. */
export type Bases = Readonly<Partial<Record<BaseName, string>>>;

const company = aCompany({ identifiers: [{ scheme: 'VAT', value: 'EE100' }] });
const described = anEvidenceType({ descriptions: [{ lang: 'EN', text: 'Where a person lives' }] });
const main = aPackage().mainEvidence;
const aboutCompany = aPackage({
  mainEvidence: {
    ...main,
    isAbout: { kind: 'legal', person: company.minimal() },
    validity: { from: '2026-01-01', to: '2026-12-31' },
  },
});

const LINE_2 = {
  request: writeEvidenceRequest(
    aRequest({
      possibilityForPreview: true,
      preview: { previewLocation: 'https://ee.example/p', returnLocation: 'https://fi.example/r' },
      providerClassifications: [
        {
          identifier: '00000000-0000-4000-8000-000000000001',
          scheme: 'https://sr.oots.tech.ec.europa.eu/codelists/EE/counties',
          type: 'codelist',
          descriptions: [{ lang: 'EN', text: 'Which county?' }],
          value: { kind: 'string', value: 'Harju' },
        },
      ],
      evidenceType: described,
      representative: { natural: aPerson({ gender: 'Female' }), legal: company },
    }),
  ),
  company: writeEvidenceRequest(aRequest({ subject: { kind: 'legal', person: company } })),
  response: writeEvidenceResponse(aResponse()),
  companyResponse: writeEvidenceResponse(aResponse({ packages: [aboutCompany] })),
  deferral: writeEvidenceResponse(aDeferral()),
  error: writeErrorResponse(anError()),
  preview: writeErrorResponse(
    anError({
      exceptions: [
        anException({
          exception: EDM_EXCEPTIONS.missingAuthorization,
          preview: { location: 'https://ee.example/p', descriptions: [{ lang: 'EN', text: 'Look first' }] },
        }),
      ],
    }),
  ),
  header: writeEbmsHeader(aHeader()),
  answerHeader: writeEbmsHeader(
    aHeader({
      action: 'ExecuteQueryResponse',
      parts: [...aHeader().parts, { contentId: 'evidence-1@ee.oots.example', mimeType: 'application/json' }],
    }),
  ),
  notification: writeNotification(aNotification()),
} satisfies Bases;

const BACKGROUND: Bases = {
  request: writeEvidenceRequest(aBackgroundRequest({ background: aConsentedBasis() })),
  response: writeEvidenceResponse(aBackgroundResponse()),
  header: writeEbmsHeader(aHeader({ specificationId: EDM_BACKGROUND_0_1 })),
  notification: LINE_2.notification,
};

const slot = (name: string) => `//rim:Slot[@name="${name}"]`;

/** The same messages as the 1.x line writes them. */
function line1(specification: string): Bases {
  const declares = text(`${slot('SpecificationIdentifier')}//rim:Value`, specification);
  const procedure = each(
    text(`${slot('Procedure')}//rim:Value`, ''),
    append(`${slot('Procedure')}//rim:Value`, '<rim:LocalizedString xml:lang="EN" value="V1"/>'),
    retype(`${slot('Procedure')}/rim:SlotValue`, 'rim:InternationalStringValueType'),
  );
  const oneDistribution = each(
    drop('(//sdg:DistributedAs)[2]'),
    drop('//sdg:Language'),
    drop('//sdg:AssociatedDocumentRequest'),
  );
  const flat = each(
    drop('//rim:RegistryObject[@type]'),
    drop('//rim:Classification'),
    move(
      '/query:QueryResponse/rim:RegistryObjectList/rim:RegistryObject/rim:RegistryObjectList/rim:RegistryObject',
      '/query:QueryResponse/rim:RegistryObjectList',
    ),
    drop('//rim:RegistryObject[rim:RegistryObjectList]'),
  );
  const methodOfPreview = append(
    '//rs:Exception',
    '<rim:Slot name="PreviewMethod"><rim:SlotValue xsi:type="rim:StringValueType"><rim:Value>GET</rim:Value></rim:SlotValue></rim:Slot>',
  );
  const twoProperties = drop('//eb:MessageProperties/eb:Property[@name="ExchangeId" or @name="SpecificationId"]');
  const as = (xml: string, ...changes: readonly Change[]) => changed(xml, each(...changes));
  return {
    request: as(LINE_2.request, declares, procedure, oneDistribution, drop(slot('ReturnLocation'))),
    company: as(LINE_2.company, declares, procedure, oneDistribution),
    response: as(LINE_2.response, declares, flat),
    companyResponse: as(LINE_2.companyResponse, declares, flat),
    deferral: as(LINE_2.deferral, declares),
    error: as(LINE_2.error, declares),
    preview: as(LINE_2.preview, declares, methodOfPreview),
    header: as(LINE_2.header, twoProperties),
    answerHeader: as(LINE_2.answerHeader, twoProperties),
  };
}

/** 1.0 knows other hosts, one form of organisation identifiers and nobody who represents as an organisation. */
function line10(): Bases {
  const description = append(
    '//sdg:IsConformantTo',
    '<sdg:Description lang="EN">Where a person lives</sdg:Description>',
  );
  const typeDescription = append(
    '//sdg:DataServiceEvidenceType[not(sdg:Description)]',
    '<sdg:Description lang="EN">Where a person lives</sdg:Description>',
  );
  const bases = line1(EDM_1_0);
  const change = (name: BaseName, ...changes: readonly Change[]) => changed(bases[name] ?? '', each(...changes));
  const older = {
    ...bases,
    request: change('request', drop(slot('AuthorizedRepresentativeLegalPerson'))),
    company: change('company', typeDescription),
    response: change('response', description),
    companyResponse: change('companyResponse', description),
  };
  return Object.fromEntries(Object.entries(older).map(([name, xml]) => [name, in10(xml)]));
}

function in10(xml: string): string {
  return xml
    .replaceAll('https://sr.oots.tech.ec.europa.eu/datamodels/', 'https://sr.oots.tech.europa.eu/distributions/')
    .replaceAll('sr.oots.tech.ec.europa.eu', 'sr.oots.tech.europa.eu')
    .replaceAll('"urn:oasis:names:tc:ebcore:partyid-type:unregistered:FI"', '"urn:cef.eu:names:identifier:EAS:0212"')
    .replaceAll('EE/FI/10000003', 'EE/FI/100000031');
}

/** Made on first use, by the line whose rules they follow. */
export function basesOf(line: SpecificationLine): Bases {
  const known = made.get(line);
  if (known !== undefined) return known;
  const bases = MAKERS[line]();
  made.set(line, bases);
  return bases;
}

const made = new Map<SpecificationLine, Bases>();
const MAKERS: Readonly<Record<SpecificationLine, () => Bases>> = {
  [EDM_1_0]: line10,
  [EDM_1_1]: () => line1(EDM_1_1),
  [EDM_1_2]: () => line1(EDM_1_2),
  [EDM_2_0]: () => LINE_2,
  [EDM_BACKGROUND_0_1]: () => BACKGROUND,
};
