/**
 * A vega expression that labels the axis values 0, 1, 2, … with names. Categories are drawn by number, so names
 * may repeat or hold anything; here all but plain characters are escaped, so a name cannot end the expression.
 */
export function labelsByNumber(names: readonly string[]): string {
  const list = JSON.stringify(names).replace(
    /[^\x20-\x7e]|</g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${list}[datum.value]`;
}
