import { beforeEach, describe, expect, it } from 'vitest';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { loadMutants } from './mutants.ts';
import { makeTestKit, TWICE_SOLUTION, type TestKit } from './test-kit.ts';

let kit: TestKit;
beforeEach(() => {
  kit = makeTestKit();
});
const load = async () => loadMutants((await kit.open()).exercises[0]!);
const mutant = (name: string, text: string) => {
  kit.write(`graders/02-twice/mutants/${name}`, text);
};
const complaint = async (): Promise<string> => {
  try {
    await load();
  } catch (error) {
    if (error instanceof ProblemsError) return formatProblems(error.problems);
    throw error;
  }
  return 'no problem';
};

describe('mutants', () => {
  it('are the solution with one function replaced, which all others call', async () => {
    const mutants = await load();
    expect(mutants.map(({ name, rejectedBy }) => [name, rejectedBy])).toEqual([
      ['adds-two', 'twice three'],
      ['knows-three', 'twice anything'],
      ['three-times', 'four times three'],
    ]);
    const own =
      "  // BEGIN SOLUTION\n  return 2 * x;\n  // END SOLUTION\n  // STUB: throw new TodoError('Task 1: twice x');";
    expect(mutants[0]!.files['exercise.ts']).toBe(TWICE_SOLUTION.replace(own, '  return x + 2;'));
  });

  it('may replace several functions, classes, and bring their imports', async () => {
    const solution = `import { TodoError } from 'descent';\n\nexport class Line {\n  m = 0;\n}\n\nexport function f() {}\n\nexport async function g(\n  a: number,\n): Promise<void> {\n  throw new TodoError('');\n}\n`;
    kit.write('solutions/02-twice/exercise.ts', solution);
    mutant(
      'adds-two.ts',
      `/** Rejected by: a */\nimport { tf, type Stream } from 'descent';\nimport { type Data } from '../../x.ts';\n\nexport class Line {\n  m = 1;\n}\n\n/** Wrong. */\nexport async function g() {\n  tf.ones([1]);\n}\n`,
    );
    mutant('knows-three.ts', '/** Rejected by: a */\nexport function f() {\n  return 1;\n}\n');
    mutant('three-times.ts', '/** Rejected by: b */\n');
    const [several, short] = await load();
    expect(several!.files['exercise.ts']).toBe(
      `import { tf } from 'descent';\n${solution.replace('m = 0', 'm = 1').replace(/export async[^]*/, 'export async function g() {\n  tf.ones([1]);\n}\n')}`,
    );
    expect(short!.files['exercise.ts']).toBe(solution.replace('f() {}', 'f() {\n  return 1;\n}'));
  });

  it('may call the right function that they replace, under another name', async () => {
    mutant(
      'adds-two.ts',
      "/** Rejected by: twice three */\nimport {\n  type X as Y,\n  twice as right,\n} from '../../../solutions/02-twice/exercise.ts';\n\nexport function twice(x: number): number {\n  return right(x) + 2;\n}\n",
    );
    const [addsTwo] = await load();
    const text = addsTwo!.files['exercise.ts']!;
    expect(text).toContain('export function twice(x: number): number {\n  return right(x) + 2;\n}\n');
    expect(text).toMatch(
      /\n\nfunction right\(x: number\): number \{\n {2}\/\/ BEGIN SOLUTION\n {2}return 2 \* x;\n/,
    );
    expect(text).not.toContain('solutions/');
  });

  it('of YAML answers replace the whole file', async () => {
    const manifest = kit.read('exercises/02-twice/exercise.yaml');
    kit.write('exercises/02-twice/exercise.yaml', `${manifest}files: [exercise.yaml]\n`);
    kit.write('solutions/02-twice/exercise.yaml', 'epochs: 5\n');
    for (const name of ['adds-two.ts', 'knows-three.ts', 'three-times.ts'])
      mutant(name, '/** Rejected by: a */\n');
    const text = '# yaml-language-server: $schema=x.json\n# Rejected by: enough epochs\nepochs: 1\n';
    mutant('few-epochs.yaml', text);
    expect((await load()).find(({ name }) => name === 'few-epochs')).toEqual({
      name: 'few-epochs',
      rejectedBy: 'enough epochs',
      files: { 'exercise.yaml': text },
    });
  });

  it('of several YAML files replace the one that their names end with', async () => {
    const manifest = kit.read('exercises/02-twice/exercise.yaml');
    kit.write('exercises/02-twice/exercise.yaml', `${manifest}files: [experiment.yaml, study.yaml]\n`);
    const solved = { 'experiment.yaml': 'epochs: 5\n', 'study.yaml': 'runs: {}\n' };
    for (const [name, text] of Object.entries(solved)) kit.write(`solutions/02-twice/${name}`, text);
    for (const name of ['adds-two.ts', 'knows-three.ts', 'three-times.ts'])
      mutant(name, '/** Rejected by: a */\n');
    const text = '# Rejected by: enough epochs\nepochs: 1\n';
    mutant('base.yaml', text);
    mutant('no-run.study.yaml', text);
    const files = Object.fromEntries((await load()).map((each) => [each.name, each.files]));
    expect(files).toMatchObject({
      base: { ...solved, 'experiment.yaml': text },
      'no-run.study': { ...solved, 'study.yaml': text },
    });

    mutant('no-run.studdy.yaml', text);
    expect(await complaint()).toBe(
      'graders/02-twice/mutants/no-run.studdy.yaml  the exercise has no file studdy.yaml, which it would replace. Did you mean "study.yaml"?',
    );
  });

  it('are none where there is no folder', async () => {
    expect(await loadMutants((await kit.open()).exercises[1]!)).toEqual([]);
  });

  it.each<[string, string, string]>([
    [
      'names no check',
      'export function twice() {\n}\n// Rejected by: twice three\n',
      'graders/02-twice/mutants/adds-two.ts  no check is named that rejects this mutant\n  expected  a comment at the top whose first line is "Rejected by: <title of a check>"',
    ],
    [
      'has a function that the solution lacks',
      '/** Rejected by: twice three */\nexport function twise() {\n}\n',
      'graders/02-twice/mutants/adds-two.ts:2:1  the solution exports no function or class "twise". Did you mean "twice"?\n\n  2 | export function twise() {\n    | ^^^^^^^^^^^^^^^^^^^^^^^^^',
    ],
    [
      'calls a function that the solution lacks',
      "/** Rejected by: twice three */\nimport { twise as right } from '../../../solutions/02-twice/exercise.ts';\nexport function twice() {\n  return right();\n}\n",
      'graders/02-twice/mutants/adds-two.ts:2:10  the solution exports no function or class "twise". Did you mean "twice"?\n\n  2 | import { twise as right } from \'../../../solutions/02-twice/exercise.ts\';\n    |          ^^^^^^^^^^^^^^',
    ],
    [
      'has more than functions and classes',
      '/** Rejected by: twice three */\nconst two = 2;\nexport function twice() {\n  return two;\n}\n',
      'graders/02-twice/mutants/adds-two.ts:2:1  a mutant has exported functions and classes only\n\n  2 | const two = 2;\n    | ^^^^^^^^^^^^^^\n\n  fix       Move this into the function that needs it, or import it from the solution.',
    ],
  ])('that %s is a located problem', async (_, text, message) => {
    mutant('adds-two.ts', text);
    expect(await complaint()).toBe(message);
  });
});
