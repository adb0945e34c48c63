import type { Problem } from '../../document/problem.ts';
import { placeAt } from '../../document/source-text.ts';
import { readLesson, type Stretch } from './lesson-text.ts';
import type { Proof } from './proof.ts';

/** Blocks of code and formulas are closed, so are dollars, braces and environments, as GitHub shows them. */
export const lessonFormulas: Proof = {
  claim: 'the formulas of the lesson are well-formed',
  async prove({ manifest }, { lesson }) {
    const text = await lesson();
    const file = `exercises/${manifest.id}/README.md`;
    const at = (start: number, length: number, message: string): Problem => ({
      file,
      place: placeAt({ file, text }, start, start + length),
      message,
    });
    const { blocks, prose } = readLesson(text);
    const open = blocks.filter(({ isClosed }) => !isClosed);
    const { formulas, stray } = formulasIn(prose);
    const inBlocks = blocks.filter(({ language, isClosed }) => isClosed && language === 'math');
    return [
      ...open.map(({ fence }) => at(fence, 3, 'this block is never closed')),
      ...stray.map((start) => at(start, 1, 'this formula has no second $')),
      ...[...formulas, ...inBlocks].flatMap((formula) => {
        const wrong = mistakeIn(formula.text);
        return wrong === undefined
          ? []
          : [at(formula.start, formula.text.indexOf('\n') + 1 || formula.text.length, wrong)];
      }),
    ];
  },
};

/** Formulas between single or double dollars; a paragraph ends each, and `\$` is a price. */
function formulasIn(prose: string): {
  readonly formulas: readonly Stretch[];
  readonly stray: readonly number[];
} {
  const formulas: Stretch[] = [];
  const stray: number[] = [];
  let start = 0;
  for (const paragraph of prose.split(/(?<=\n[ \t>]*\n)/)) {
    const dollars = [...paragraph.matchAll(/(?<!\\)\${1,2}/g)];
    for (let index = 0; index < dollars.length; index += 2) {
      const [first, second] = [dollars[index]!, dollars[index + 1]];
      const from = first.index + first[0].length;
      if (second === undefined) stray.push(start + first.index);
      else formulas.push({ text: paragraph.slice(from, second.index), start: start + from });
    }
    start += paragraph.length;
  }
  return { formulas, stray };
}

function mistakeIn(formula: string): string | undefined {
  if (formula.trim() === '') return 'this formula is empty';
  let depth = 0;
  for (const sign of formula.replaceAll(/\\[{}\\]/g, '')) {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    if (depth < 0) break;
  }
  if (depth !== 0) return 'the braces of this formula do not match';
  const count = (command: RegExp) => [...formula.matchAll(command)].length;
  if (count(/\\left(?![a-z])/gi) !== count(/\\right(?![a-z])/gi)) return '\\left and \\right do not match';
  const environments: string[] = [];
  for (const { groups } of formula.matchAll(/\\(?<edge>begin|end)\{(?<name>[^}]*)\}/g)) {
    if (groups!.edge === 'begin') environments.push(groups!.name!);
    else if (environments.pop() !== groups!.name) return `\\end{${groups!.name!}} has no \\begin`;
  }
  return environments.length === 0 ? undefined : `\\begin{${environments.at(-1)!}} has no \\end`;
}
