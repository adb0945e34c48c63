import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../document/problem.ts';
import { placeAt } from '../../document/source-text.ts';
import { areSameFiles, readFiles, type TextFiles } from '../kit/read-files.ts';
import type { Proof } from './proof.ts';

/** What lies in `starters/` and `exercises/` is what `descent sync` makes of the solution. */
export const starterGenerated: Proof = {
  claim: 'the starter is the one that the solution gives',
  async prove({ manifest, starters, folder }, { solution, starter }) {
    const { id, files: names } = manifest;
    const expected = await starter();
    if (areSameFiles(expected, await solution())) {
      return [
        {
          file: `solutions/${id}/${names[0]!}`,
          message: 'nothing is marked as the solution, so the starter would be the solution',
          fix: 'Write BEGIN SOLUTION and END SOLUTION around what students are to write.',
        },
      ];
    }
    const problems: Problem[] = [];
    for (const [place, path] of [
      ['starters', starters],
      ['exercises', folder],
    ] as const) {
      for (const name of names) {
        problems.push(...(await compare(`${place}/${id}`, path, name, expected)));
      }
    }
    return problems;
  },
};

async function compare(
  label: string,
  folder: string,
  name: string,
  expected: TextFiles,
): Promise<readonly Problem[]> {
  const file = `${label}/${name}`;
  const fix = `Make it anew with: npx descent sync ${label.slice(label.indexOf('/') + 1, label.indexOf('/') + 3)}`;
  if (!existsSync(join(folder, name))) return [{ file, message: 'the starter is missing', fix }];
  const text = (await readFiles(folder, [name], label))[name]!;
  if (text === expected[name]) return [];
  const start = firstDifference(text, expected[name]!);
  return [
    {
      file,
      place: placeAt({ file, text }, start, start + 1),
      message: 'this is not the starter that the solution gives',
      fix: label.startsWith('exercises') ? `${fix} --force` : fix,
    },
  ];
}

/** Offset of the beginning of the first line that differs. */
function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one.lastIndexOf('\n', at - 1) + 1;
}
