/**
 * Rejected by: female and male
 * Plausible slip: "female" contains "male".
 */
export function encodeSex(sex: string): 0 | 1 {
  const known = sex.toLowerCase();
  if (!known.includes('male')) throw new Error(`"${sex}" is neither female nor male`);
  return known.includes('male') ? 1 : 0;
}
