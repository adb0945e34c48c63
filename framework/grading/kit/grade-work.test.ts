import { expect, it } from 'vitest';
import { hashChecks } from './grade-work.ts';
import { makeTestKit } from './test-kit.ts';

it('the hash of checks is that of everything that decides about grades', async () => {
  const kit = makeTestKit();
  const [exercise] = (await kit.open()).exercises;
  const seen = [await hashChecks(exercise!)];
  const changes = [
    ['visible.grader.ts', 'exercise'],
    ['hidden.grader.ts', 'exercise'],
    ['exports.ts', 'export const exports = {};'],
    ['data/points.ts', 'export const points = [];'],
  ];
  for (const [name, text] of changes) {
    kit.write(`graders/02-twice/${name!}`, text!);
    seen.push(await hashChecks(exercise!));
  }
  expect(new Set(seen).size).toBe(changes.length + 1);

  kit.write('datasets/points/draw.ts', 'export const draw = 1;');
  kit.write('graders/02-twice/exports.ts', "import { draw } from '../../datasets/points/draw.ts';");
  seen.push(await hashChecks(exercise!));
  kit.write('datasets/points/draw.ts', 'export const draw = 2;');
  seen.push(await hashChecks(exercise!));
  expect(new Set(seen).size).toBe(changes.length + 3);

  kit.write('graders/02-twice/pictures.ts', 'export const pictures = {};');
  kit.write('graders/02-twice/mutants/other.ts', '/** Rejected by: twice three */');
  expect(await hashChecks(exercise!)).toBe(seen.at(-1));
});
