import { EDM_EXCEPTIONS, edmException, Refusal, type Finding } from '../index.js';

const finding = (rule: string, severity: Finding['severity']): Finding => ({
  rule,
  severity,
  message: '',
  expected: '',
});

it('the list holds eight exceptions, each under its own code and type', () => {
  const all = Object.values(EDM_EXCEPTIONS);
  expect(all).toHaveLength(8);
  expect(new Set(all.map(({ code }) => code)).size).toBe(8);
  expect(new Set(all.map(({ type }) => type)).size).toBe(8);
  expect(all.map(({ code }) => edmException(code))).toEqual(all);
  expect(edmException('EDM:ERR:0009')).toBeUndefined();
});

describe('given the findings about a request', () => {
  it('when one is fatal, then the refusal names its rule', () => {
    const refusal = Refusal.because([finding('R-EDM-REQ-S008', 'CAUTION'), finding('R-EDM-REQ-C003', 'FATAL')]);
    expect(refusal).toMatchObject({ exception: EDM_EXCEPTIONS.invalidRequest, detail: 'R-EDM-REQ-C003' });
    expect(refusal.message).toBe('EDM:ERR:0003: R-EDM-REQ-C003');
  });

  it('when a rule of the background profile is broken, then its reason code comes first', () => {
    expect(Refusal.because([finding('BG-REQ-04', 'FATAL')]).detail).toBe('EDM-BG:ERR:0008 BG-REQ-04');
  });

  it('when none is fatal, then there is nothing to refuse', () => {
    expect(() => Refusal.because([finding('R-EDM-REQ-S008', 'CAUTION')])).toThrow(RangeError);
  });
});
