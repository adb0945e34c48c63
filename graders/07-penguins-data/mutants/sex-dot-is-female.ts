/**
 * Rejected by: nobody becomes female by mistake
 * Plausible slip: NA is refused, everything else that is not male becomes female.
 */
export function encodeSex(sex: string): 0 | 1 {
  if (sex === 'NA') throw new Error(`"${sex}" is neither female nor male`);
  return sex.toLowerCase() === 'male' ? 1 : 0;
}
