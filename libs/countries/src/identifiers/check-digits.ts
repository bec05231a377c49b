/** @returns the sum of digits times weights; further digits are ignored */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0);
}

/** Check digit of the 10-modulus over the digits before it. @see ISO/IEC 7812-1 */
export function luhn(digits: string): number {
  let sum = 0;
  Array.from(digits)
    .reverse()
    .forEach((digit, index) => {
      const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
      sum += product > 9 ? product - 9 : product;
    });
  return (10 - (sum % 10)) % 10;
}

/**
 * Check digit of Estonian and Lithuanian numbers: modulus 11 with ascending weights from 1, and where that gives 10, again with
 * weights from 3.
 */
export function twoStageModulus11(digits: string): number {
  const ascending = (from: number) => Array.from(digits, (_, index) => ((index + from - 1) % 9) + 1);
  const first = weightedSum(digits, ascending(1)) % 11;
  return first < 10 ? first : (weightedSum(digits, ascending(3)) % 11) % 10;
}
