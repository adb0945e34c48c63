/**
 * Rejected by: female and male
 * Plausible slip: 1 for female.
 */
export function encodeSex(sex: string): 0 | 1 {
  const known = sex.toLowerCase();
  if (known !== 'female' && known !== 'male') throw new Error(`"${sex}" is neither female nor male`);
  return known === 'male' ? 0 : 1;
}
