import type { XmlElement } from '@oots/edm/xml';
import { below, type DirectoryRule, fatal, URN_UUID } from './directory-rule.js';

const STATUS = 'urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:';
const answers = (root: XmlElement) => (root.is('rs:RegistryResponse') ? [root] : []);
const failures = (root: XmlElement) =>
  answers(root).filter((answer) => answer.attribute('status') === `${STATUS}Failure`);
const successes = (root: XmlElement) =>
  answers(root).filter((answer) => answer.attribute('status') === `${STATUS}Success`);
const exceptions = (root: XmlElement) => answers(root).flatMap(below('rs:Exception'));
const submissions = (root: XmlElement) => (root.is('lcm:SubmitObjectsRequest') ? [root] : []);
const requests = (root: XmlElement) => (root.is('lcm:RemoveObjectsRequest') ? [root] : submissions(root));

/** Life-cycle management: what writes to the directories, and their answer. @see TDD 3.4 */
export const REGISTRATION_RULES: readonly DirectoryRule[] = [
  fatal('POC-LCM-01', 'the status is Success or Failure', answers, (answer) =>
    [`${STATUS}Success`, `${STATUS}Failure`].includes(answer.attribute('status') ?? ''),
  ),
  fatal(
    'POC-LCM-02',
    'requestId is urn:uuid:<UUID>; only LCM:ERR:0003 may lack it',
    answers,
    (answer) =>
      URN_UUID.test(answer.attribute('requestId') ?? '') ||
      (answer.attribute('requestId') === undefined &&
        answer.all('rs:Exception').some((exception) => exception.attribute('code') === 'LCM:ERR:0003')),
  ),
  fatal('POC-LCM-03', 'a success has neither exceptions nor slots', successes, (answer) =>
    answer.children.every((child) => !child.is('rs:Exception') && !child.is('rim:Slot')),
  ),
  fatal(
    'POC-LCM-04',
    'a failure has an exception and no RegistryObjectList',
    failures,
    (answer) => answer.all('rs:Exception').length > 0 && answer.all('rim:RegistryObjectList').length === 0,
  ),
  fatal('POC-LCM-05', 'an exception has xsi:type, severity, message and code', exceptions, (exception) =>
    (['xsi:type', 'severity', 'message', 'code'] as const).every((name) => (exception.attribute(name) ?? '') !== ''),
  ),
  fatal('POC-LCM-06', 'the code is LCM:ERR:0001 to 0003', exceptions, (exception) =>
    /^LCM:ERR:000[123]$/.test(exception.attribute('code') ?? ''),
  ),
  fatal('POC-LCM-10', 'the id of a request is urn:uuid:<UUID>', requests, (request) =>
    URN_UUID.test(request.attribute('id') ?? ''),
  ),
  fatal(
    'POC-LCM-11',
    'a submission has one RegistryObjectList with objects',
    submissions,
    (request) =>
      request.all('rim:RegistryObjectList').length === 1 &&
      below('rim:RegistryObjectList', 'rim:RegistryObject')(request).length > 0,
  ),
  fatal(
    'POC-LCM-12',
    'the id of an object is urn:uuid:<UUID>',
    (root) => requests(root).flatMap(below('rim:RegistryObjectList', 'rim:RegistryObject')),
    (object) => URN_UUID.test(object.attribute('id') ?? ''),
  ),
];
