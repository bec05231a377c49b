import type { EvidenceRegister, RegisterKey } from '@oots/node';
import { estonia } from '../index.js';
import { MemoryRegisterRecords } from '../testing/index.js';

const MARI = '60001019906' as RegisterKey;
const LIIS = '62105120208' as RegisterKey;
const JAAN = '39901012239';
const ISSUED_AT = new Date('2026-11-18T08:03:11Z');

function registerOf(evidenceType: string): EvidenceRegister {
  return estonia.offers.find(({ register }) => register.evidenceType === evidenceType)!.register;
}

async function protecting(number: string): Promise<MemoryRegisterRecords> {
  const records = MemoryRegisterRecords.holding(estonia.population(1));
  const row = await records.get('rahvastikuregister', number);
  await records.put('rahvastikuregister', number, { ...row, juurdepaasupiirang: 'J' });
  return records;
}

describe('given a mother whose child is under protection', () => {
  it.each(['residence', 'family-composition'])(
    'then her %s is that of somebody without children',
    async (evidenceType) => {
      const document = await registerOf(evidenceType).extract(MARI, await protecting(LIIS), ISSUED_AT);
      expect(document).toBeDefined();
      expect(JSON.stringify(document)).not.toMatch(/Liis|62105120208|CHILD/);
    },
  );
});

describe('given a child whose mother is under protection', () => {
  it('then there is no evidence of the birth at all', async () => {
    expect(await registerOf('birth').extract(LIIS, await protecting(MARI), ISSUED_AT)).toBeUndefined();
  });

  it('then there is one as soon as nobody is', async () => {
    const records = MemoryRegisterRecords.holding(estonia.population(1));
    expect(await registerOf('birth').extract(LIIS, records, ISSUED_AT)).toMatchObject({
      birth: { parents: [{ givenName: 'Mari', parentalResponsibility: true }] },
    });
  });
});

describe('given a company whose only representative is under protection', () => {
  it('then the extract names no representative', async () => {
    const register = registerOf('legal-entity-extract');
    const document = await register.extract('19999992' as RegisterKey, await protecting(JAAN), ISSUED_AT);
    expect(document).toMatchObject({ legalEntity: { status: 'active' } });
    expect(document).not.toHaveProperty('representatives');
  });
});
