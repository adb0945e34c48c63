import type { Problem } from '../../document/problem.ts';
import { placeAt } from '../../document/source-text.ts';
import type { Proof } from './proof.ts';
import { containsLine, isYaml, solutionLines } from './solution-lines.ts';

/**
 * No line between the markers of the solution stands in the starter too, where it would be read off: in a comment, in the code of a
 * stub, or because a part was left unmarked. In an experiment file only comments are looked at, as a layer may well
 * be like the given one above it.
 */
export const starterHidesSolution: Proof = {
  claim: 'the starter contains no line of the solution',
  async prove({ manifest }, { solution, starter }) {
    const secrets = solutionLines(await solution());
    const problems: Problem[] = [];
    for (const [name, text] of Object.entries(await starter())) {
      const file = `starters/${manifest.id}/${name}`;
      let start = 0;
      for (const line of text.split('\n')) {
        const looked = isYaml(name) ? line.slice(line.indexOf('#')) : line;
        const secret =
          isYaml(name) && !line.includes('#')
            ? undefined
            : secrets.find((each) => containsLine(looked, each));
        if (secret !== undefined) {
          problems.push({
            file,
            place: placeAt(
              { file, text },
              start + line.length - line.trimStart().length,
              start + line.length,
            ),
            message: 'the starter contains a line of the solution',
            received: secret,
            fix: 'Mark it as a part of the solution, or write it in other words.',
          });
        }
        start += line.length + 1;
      }
    }
    return problems;
  },
};
