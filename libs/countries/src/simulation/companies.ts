import type { CompanyEntry } from '../register/company-register.js';
import { type CountryFacts, addressIn } from './country-facts.js';
import type { Random } from './random.js';
import type { SimulatedPerson } from './simulated-person.js';

const COMPANIES = 12;

/**
 * Invents companies of one country: some small, some in liquidation or struck off.
 *
 * @param owners adults of the country, who represent them
 * @param stories companies of the stories, whose numbers nobody else gets
 */
export function foundCompanies(
  facts: CountryFacts,
  random: Random,
  owners: readonly SimulatedPerson[],
  stories: readonly CompanyEntry[],
): readonly CompanyEntry[] {
  const taken = new Set(stories.map(({ number }) => number));
  const free = Array.from(facts.company.numbers()).filter((number) => !taken.has(number));
  return free.slice(0, COMPANIES).map((number, index) => {
    const form = random.pick(facts.company.forms);
    const town = random.pick(facts.towns);
    const registeredOn = random.dateWithin(1995, 2024);
    const status = index === 0 ? 'struck-off' : index === 1 ? 'in-liquidation' : 'active';
    const directors = random.chance(70) ? [random.pick(owners)] : [random.pick(owners), random.pick(owners)];
    const distinct = [...new Set(directors)];
    const name = facts.company.names[index % facts.company.names.length] ?? facts.country;
    return {
      number,
      name: form.named(name),
      form: form.code,
      status,
      statusDate: status === 'active' ? registeredOn : '2025-06-30',
      registeredOn,
      address: addressIn(facts, random.pick(town.streets), String(random.whole(1, 80)), town),
      activities: [random.pick(facts.company.activities)],
      shareCapital: form.capital,
      ...(status === 'active' ? { vatNumber: facts.company.vatNumber(number) } : {}),
      representatives: distinct.map((director) => ({
        number: director.number.value,
        familyName: director.familyName,
        givenName: director.givenName,
        scope: distinct.length === 1 ? ('ALONE' as const) : ('JOINT' as const),
        from: registeredOn,
      })),
    };
  });
}
