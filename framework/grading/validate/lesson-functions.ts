import type { Problem } from '../../document/problem.ts';
import { placeAt } from '../../document/source-text.ts';
import { didYouMean } from '../../document/suggest.ts';
import { declarationsIn } from '../kit/mutant-source.ts';
import { readLesson } from './lesson-text.ts';
import type { Proof } from './proof.ts';

/** A call at the beginning of inline code, `mse(m, c, data)`; `xs.map(…)` is somebody else's. */
const CALL = /^(?:await |new )?(?<name>[A-Za-z_$][\w$]*)\(/;

/**
 * Every function that the lesson or exercise.yaml names is exported by the solution, or at least stands in the starter; and the
 * lesson names every function of exercise.yaml.
 */
export const lessonFunctions: Proof = {
  claim: 'every function that the lesson names exists, and it names all',
  async prove({ manifest }, { lesson, solution, starter }) {
    const text = await lesson();
    const solved = await solution();
    const exported = Object.entries(solved).flatMap(([file, source]) =>
      declarationsIn({ file, text: source }).declarations.map(({ name }) => name),
    );
    const given = new Set(
      Object.values(await starter())
        .join('\n')
        .match(/[A-Za-z_$][\w$]*/g),
    );
    const problems: Problem[] = [];

    const yaml = `exercises/${manifest.id}/exercise.yaml`;
    for (const { name } of manifest.functions) {
      if (exported.includes(name.split('.')[0]!)) continue;
      problems.push({ file: yaml, ...unknown(`the solution exports no "${name}"`, name, exported) });
    }

    const file = `exercises/${manifest.id}/README.md`;
    const { code, blocks } = readLesson(text);
    for (const { text: inside, start } of code) {
      const name = CALL.exec(inside)?.groups?.name;
      if (name === undefined || given.has(name) || name in globalThis) continue;
      const at = start + inside.indexOf(name);
      problems.push({
        file,
        place: placeAt({ file, text }, at, at + name.length),
        ...unknown(`there is no function "${name}"`, name, exported),
      });
    }
    const named = [...code, ...blocks].map((stretch) => stretch.text).join('\n');
    for (const { name } of manifest.functions) {
      const own = name.split('.').at(-1)!;
      if (new RegExp(`(?<![\\w$])${own.replaceAll('$', '\\$')}(?![\\w$])`).test(named)) continue;
      problems.push({
        file,
        message: `the lesson does not name ${name}`,
        fix: 'Say what it takes and returns.',
      });
    }
    return problems;
  },
};

function unknown(
  message: string,
  name: string,
  candidates: readonly string[],
): Pick<Problem, 'message' | 'fix'> {
  const fix = didYouMean(name, candidates);
  return { message, ...(fix === undefined ? {} : { fix }) };
}
