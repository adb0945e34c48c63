import { ProblemsError, type Problem } from '../../document/problem.ts';
import { placeAt, type SourceText } from '../../document/source-text.ts';

/** A line that is one marker and nothing else, in TypeScript or YAML: its indentation, and which edge of a solution or which code. */
export const MARKER =
  /^(?<indent>[ \t]*)(?:\/\/|#) ?(?:(?<edge>BEGIN|END) SOLUTION|STUB:(?: (?<code>.*))?)[ \t]*$/;
/** What looks like a marker, wherever it stands. */
const MENTION = /(?:\/\/|#)\s*(?:BEGIN SOLUTION|END SOLUTION|STUB\b)/i;

/**
 * Makes the starter of an exercise from its solution: lines from `// BEGIN SOLUTION` to `// END SOLUTION` go, a line
 * `// STUB: code` becomes its code with the same indentation. In YAML the comments begin with `#`.
 * @param source the solution, its lines ended with `\n`
 * @returns the starter; a file without markers stays as it is
 * @throws ProblemsError for markers that are unclosed, nested, stray or not alone on their line, all at once
 */
export function starterFrom(source: SourceText): string {
  const problems: Problem[] = [];
  const kept: string[] = [];
  let begin: Problem | undefined;
  /** How many lines were kept at the last cut. */
  let cutAt = -1;
  let start = 0;
  for (const line of source.text.split('\n')) {
    const report = (message: string, fix: string): Problem => ({
      file: source.file,
      place: placeAt(source, start + line.length - line.trimStart().length, start + line.length),
      message,
      fix,
    });
    const { indent, edge, code } = MARKER.exec(line)?.groups ?? {};
    if (indent === undefined) {
      if (MENTION.test(line)) {
        problems.push(
          report(
            'a marker stands alone on its line',
            'Write it as "// BEGIN SOLUTION", "// END SOLUTION" or "// STUB: code".',
          ),
        );
      }
      // Where lines were cut, two blank lines would meet.
      const isDouble = line === '' && kept.at(-1) === '' && kept.length === cutAt;
      if (begin === undefined && !isDouble) kept.push(line);
    } else if (edge === 'BEGIN') {
      if (begin !== undefined) {
        problems.push(
          report('BEGIN SOLUTION stands inside of another', 'Write END SOLUTION before it, or remove it.'),
        );
      }
      begin ??= report('BEGIN SOLUTION has no END SOLUTION', 'Write END SOLUTION where the solution ends.');
    } else if (edge === 'END') {
      if (begin === undefined) {
        problems.push(
          report('END SOLUTION has no BEGIN SOLUTION', 'Write BEGIN SOLUTION where the solution begins.'),
        );
      }
      begin = undefined;
      cutAt = kept.length;
    } else if (begin !== undefined) {
      problems.push(report('STUB stands inside of a solution, which is cut', 'Move it below END SOLUTION.'));
    } else {
      kept.push(`${indent}${code ?? ''}`.trimEnd());
    }
    start += line.length + 1;
  }
  if (begin !== undefined) problems.push(begin);
  if (problems.length > 0) throw new ProblemsError(problems);
  return kept.join('\n');
}
