/**
 * The width of a text in a sans-serif font, estimated by classes of characters, in units of the font size times
 * `fontSize`. Without a screen nothing can be measured; widths are those of the widest common fonts (Verdana,
 * DejaVu Sans), so a label may get some space too much but is never cut off. Vega's own estimate, 0.8 for every
 * character, would leave wide gaps beside the axes.
 */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * fontSize;
}

function characterWidth(character: string): number {
  if (/[iljtfrI.,:;'|!()[\] ]/.test(character)) return 0.38;
  if (/[mwMW@%]/.test(character)) return 0.96;
  if (/[A-Z]/.test(character)) return 0.7;
  if (/[a-z0-9]/.test(character)) return 0.62;
  // Ideographs, kana, hangul, emoji and whatever else is not Latin, Greek or Cyrillic.
  return character > '\u0800' && !/[\u2000-\u206f]/.test(character) ? 1.05 : 0.75;
}
