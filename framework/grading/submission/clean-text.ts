/** A terminal's control sequences: CSI (colours, cursor), OSC (titles, clipboard, links) and short escapes. */
// eslint-disable-next-line no-control-regex -- control characters are what it is for
const TERMINAL_SEQUENCES = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b./g;
const LINE_ENDS = /\r\n?|[\u2028\u2029\u0085]/g;
/** Control, format (bidi, zero-width, tags), private, unassigned and ignorable characters; line feed and tab stay. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;
const LONE_SURROGATES = /\p{Cs}/gu;

/**
 * Makes text from a student process safe to show: without control, bidi and zero-width characters, so that it
 * can neither drive a terminal nor look like other text than it is. HTML and CSV need their own escaping besides.
 * @param longest how many UTF-16 units are kept; a cut is marked by `…`
 */
export function cleanText(text: string, longest: number): string {
  // What cannot be shown anyway is cut before the expressions run over it.
  const clean = text
    .slice(0, 4 * longest)
    .replace(TERMINAL_SEQUENCES, '')
    .replace(LINE_ENDS, '\n')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATES, '\ufffd');
  const wasCut = clean.length > longest || text.length > 4 * longest;
  return wasCut ? `${clean.slice(0, longest - 1).replace(/\p{Cs}$/u, '')}…` : clean;
}
