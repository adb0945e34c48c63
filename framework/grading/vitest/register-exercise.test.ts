import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeTestKit, TWICE_SOLUTION, TWICE_STARTER, type TestKit } from '../kit/test-kit.ts';

const VITEST = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const CONFIG = fileURLToPath(new URL('../../../vitest.config.ts', import.meta.url));
const ANSWER = '02-twice, visible checks > your answer';

let kit: TestKit;
beforeEach(() => {
  kit = makeTestKit();
  for (const folder of ['exercises', 'graders']) rmSync(kit.path(`${folder}/05-sum`), { recursive: true });
});

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Runs the graders of the kit in a vitest of its own. @returns the tests that are not as in `Tests passed`, by name */
function run(): { readonly passed: readonly string[]; readonly others: Readonly<Record<string, string>> } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [VITEST, 'run', '--root', kit.root, '--config', CONFIG, '--project', 'exercises', '--reporter=json'],
    { cwd: kit.root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined } },
  );
  const start = stdout.indexOf('{"numTotalTestSuites"');
  if (start < 0) throw new Error(stdout + stderr);
  const { testResults } = JSON.parse(stdout.slice(start)) as Report;
  const passed: string[] = [];
  const others: Record<string, string> = {};
  for (const file of testResults) {
    if (file.assertionResults.length === 0) others.file = file.message;
    for (const { ancestorTitles, title, status, failureMessages } of file.assertionResults) {
      const name = [...ancestorTitles, title].join(' > ');
      if (status === 'passed') passed.push(name);
      else others[name] = failureMessages.join('\n') || status;
    }
  }
  return { passed: passed.sort(), others };
}

describe('the graders of an exercise in vitest', () => {
  it('run on the solution and on every wrong answer; what is not started is skipped', () => {
    expect(run()).toEqual({
      passed: [
        '02-twice, hidden checks > the solution > twice anything',
        '02-twice, hidden checks > wrong answers > after knows-three the solution still passes "twice anything"',
        '02-twice, hidden checks > wrong answers > knows-three is rejected by "twice anything"',
        '02-twice, visible checks > the solution > four times three',
        '02-twice, visible checks > the solution > twice three',
        '02-twice, visible checks > wrong answers > adds-two is rejected by "twice three"',
        '02-twice, visible checks > wrong answers > after three-times the solution still passes "four times three"',
        '02-twice, visible checks > wrong answers > three-times is rejected by "four times three"',
      ],
      others: {
        '02-twice, hidden checks > your answer > not started': 'skipped',
        [`${ANSWER} > not started`]: 'skipped',
      },
    });
  });

  it("run on the reader's own file, and fail with the text of the card at the reader's own line", () => {
    const mine = TWICE_STARTER.replace(/throw.*twice x'\);/, 'return y * x;');
    kit.write('exercises/02-twice/exercise.ts', mine);
    const { others } = run();
    const place = `    at ${kit.path('exercises/02-twice/exercise.ts')}:5:3`;
    expect(others).toEqual({
      '02-twice, hidden checks > your answer > twice anything': expect.stringContaining(
        'y is not defined',
      ) as string,
      [`${ANSWER} > twice three`]: `CheckFailure: exercise.ts:5:3 threw ReferenceError: y is not defined\n  call      twice(3)\n${place}`,
      [`${ANSWER} > four times three`]: 'skipped',
    });
  });

  it('let no wrong answer pass for another reason than the one it names', () => {
    const mutant = (name: string, check: string, body: string) => {
      kit.write(
        `graders/02-twice/mutants/${name}.ts`,
        `/** Rejected by: ${check} */\nexport function twice(x: number): number {\n  ${body}\n}\n`,
      );
    };
    mutant('adds-two', 'twice three', 'return x + x;');
    mutant('fails-before', 'four times three', 'return 3 * x;');
    mutant('knows-three', 'twice three', 'return (;');
    mutant('names-nothing', 'three times three', 'return 0;');
    const { others } = run();
    const names = Object.keys(others).filter((name) => name.includes('wrong answers'));
    const reasons = names.map((name) => [name.split(' > ').at(-1), others[name]!.split('\n')[0]]);
    expect(Object.fromEntries(reasons)).toEqual({
      'adds-two is rejected by "twice three"': 'Error: the check does not reject it: passed',
      'fails-before is rejected by "four times three"':
        'Error: the check does not reject it: skipped: it needs twice three',
      'knows-three is rejected by "twice three"':
        'Error: the check does not reject it: not loaded: exercise.ts:5:11 cannot be read: Unexpected token',
      'names-nothing names a check': expect.stringContaining('three times three') as string,
    });
  });

  it('notice a wrong answer that spoils the process for those after it', () => {
    const solution = kit.read('solutions/02-twice/exercise.ts');
    kit.write('solutions/02-twice/exercise.ts', solution.replace('return 2 * x', 'return Math.abs(2) * x'));
    kit.write(
      'graders/02-twice/mutants/adds-two.ts',
      '/** Rejected by: twice three */\nexport function twice(x: number): number {\n  Math.abs = () => 3;\n  return 3 * x;\n}\n',
    );
    const { others } = run();
    const control =
      '02-twice, visible checks > wrong answers > after three-times the solution still passes "four times three"';
    expect(others[control]).toContain(
      'one of those before has spoilt the process: skipped: it needs twice three',
    );
  });

  it('are all there is in a kit for students', () => {
    for (const folder of ['solutions', 'graders/02-twice/mutants'])
      rmSync(kit.path(folder), { recursive: true });
    rmSync(kit.path('graders/02-twice/hidden.grader.ts'));
    kit.write('exercises/02-twice/exercise.ts', TWICE_SOLUTION);
    expect(run()).toEqual({
      passed: [`${ANSWER} > four times three`, `${ANSWER} > twice three`],
      others: {},
    });
  });
});
