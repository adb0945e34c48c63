/**
 * Rejected by: nobody becomes female by mistake
 * Plausible slip: the first letter decides.
 */
export function encodeSex(sex: string): 0 | 1 {
  const letter = sex.toLowerCase()[0];
  if (letter !== 'f' && letter !== 'm') throw new Error(`"${sex}" is neither female nor male`);
  return letter === 'm' ? 1 : 0;
}
