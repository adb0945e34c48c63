/**
 * Rejected by: an unknown sex is refused
 * Plausible slip: -1 for unknown, a number like any other.
 */
export function encodeSex(sex: string): 0 | 1 | -1 {
  const known = sex.toLowerCase();
  return known === 'male' ? 1 : known === 'female' ? 0 : -1;
}
