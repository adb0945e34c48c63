import type { TextFiles } from '../kit/read-files.ts';
import { MARKER } from '../kit/markers.ts';

/** Shorter lines, as `return sum;`, say nothing: they stand in any file. */
const FEWEST_TOKENS = 4;
/** Of YAML already `target: species` is an answer. */
const FEWEST_TOKENS_OF_YAML = 3;

/** The lines of the solutions that students are to write: what stands between its markers, trimmed, without short ones. */
export function solutionLines(solution: TextFiles): readonly string[] {
  return Object.entries(solution).flatMap(([name, text]) => {
    const fewest = isYaml(name) ? FEWEST_TOKENS_OF_YAML : FEWEST_TOKENS;
    return blockLines(text).filter((line) => tokensOf(line).length >= fewest);
  });
}

/** Every line between the markers of a solution, trimmed. */
export function blockLines(text: string): readonly string[] {
  const lines: string[] = [];
  let isInside = false;
  for (const line of text.split('\n')) {
    const edge = MARKER.exec(line)?.groups?.edge;
    if (edge !== undefined) isInside = edge === 'BEGIN';
    else if (isInside && line.trim() !== '') lines.push(line.trim());
  }
  return lines;
}

/** Words, numbers and single signs. What ends a statement is none, as a quotation may lack it. */
export function tokensOf(text: string): readonly string[] {
  const tokens = text.match(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu) ?? [];
  return tokens.filter((token) => token !== ';');
}

/** Whether a text contains a line, however it is laid out. */
export function containsLine(text: string, line: string): boolean {
  return ` ${tokensOf(text).join(' ')} `.includes(` ${tokensOf(line).join(' ')} `);
}

/** Whether a file is an experiment rather than a program. */
export function isYaml(name: string): boolean {
  return /\.ya?ml$/.test(name);
}
