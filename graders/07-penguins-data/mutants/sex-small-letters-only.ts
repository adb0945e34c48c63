/**
 * Rejected by: female and male
 * Plausible slip: MALE is unknown.
 */
export function encodeSex(sex: string): 0 | 1 {
  if (sex !== 'female' && sex !== 'male') throw new Error(`"${sex}" is neither female nor male`);
  return sex === 'male' ? 1 : 0;
}
