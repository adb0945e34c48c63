/**
 * Rejected by: an unknown sex is refused
 * The error of many notebooks: whoever is not male becomes female.
 */
export function encodeSex(sex: string): 0 | 1 {
  return sex.toLowerCase() === 'male' ? 1 : 0;
}
