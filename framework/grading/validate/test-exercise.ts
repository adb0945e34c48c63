import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { transform } from 'esbuild';
import { formatProblems } from '../../document/format-problems.ts';
import { ProblemsError } from '../../document/problem.ts';
import { receiveChecks } from '../check/exercise.ts';
import * as graderApi from '../grader-api.ts';
import type { SightedCheckFile } from '../grade/list-checks.ts';
import { openExercise, findKit, type Exercise } from '../kit/kit.ts';
import { CHECK_FILES } from '../kit/load-checks.ts';
import { makeTestKit, type TestKit } from '../kit/test-kit.ts';
import { PICTURE_FILE } from '../picture/load-pictures.ts';
import type { PictureFile } from '../picture/picture.ts';
import { createTypeChecker } from './type-checker.ts';
import type { Proof } from './proof.ts';
import { proveExercise } from './prove-exercise.ts';

const LESSON = `# 02 · Twice

You will have doubled numbers, so that $y = 2x$. Read [this](exercise.ts) and the [cards](https://example.org/cards).

\`\`\`math
y = \\frac{4x}{2}
\`\`\`

1. **\`twice(x)\`** → a number: \`twice(3)\` is 6, and \`Math.max(3, 6)\` too.
2. **\`fourTimes(x)\`** → a number.

<!-- tasks -->

| task          | points | visible checks (points) | hidden checks (points) |
| ------------- | ------ | ----------------------- | ---------------------- |
| 1. Twice      | 3      | twice three (2)         | twice anything (1)     |
| 2. Four times | 2      | four times three (2)    |                        |

<!-- /tasks -->
`;

/** A tiny exercise of which everything holds, to be broken by a test: \`02-twice\` of the test kit with a lesson. */
export interface TestExercise extends TestKit {
  /** Replaces text in a file. @throws Error when it is not there */
  edit(name: string, before: string | RegExp, after: string): void;
  /** What the given proofs find, as it is printed; empty when all hold. */
  problems(proofs: readonly Proof[], seeds?: number): Promise<string>;
  /** What they note. */
  notes(proofs: readonly Proof[], seeds?: number): Promise<readonly string[]>;
}

/** Makes it in a folder of its own. */
export function makeTestExercise(): TestExercise {
  const kit = makeTestKit();
  kit.write('exercises/02-twice/README.md', LESSON);
  // What the type checker needs to know of the framework.
  kit.write('node_modules/descent/package.json', '{ "name": "descent", "types": "index.d.ts" }');
  kit.write('node_modules/descent/index.d.ts', 'export class TodoError extends Error {}\n');

  const prove = async (proofs: readonly Proof[], seeds: number) => {
    const found = await findKit(kit.root);
    const exercise = await openExercise(found, '02-twice');
    const types = createTypeChecker(kit.root, [join(exercise.starters, 'exercise.ts')]);
    return proveExercise({
      kit: found,
      exercise,
      seeds,
      types,
      proofs,
      load: loadInTest,
      loadPictures: loadPicturesInTest,
    });
  };
  return {
    ...kit,
    edit(name, before, after) {
      const text = kit.read(name);
      const edited = text.replace(before, after);
      if (edited === text) throw new Error(`${name} does not contain ${String(before)}`);
      kit.write(name, edited);
    },
    async problems(proofs, seeds = 1) {
      try {
        const results = await prove(proofs, seeds);
        return formatProblems(results.flatMap((result) => result.problems));
      } catch (error) {
        if (error instanceof ProblemsError) return formatProblems(error.problems);
        throw error;
      }
    },
    notes: async (proofs, seeds = 1) => (await prove(proofs, seeds)).flatMap((result) => result.notes),
  };
}

/** Loads checks with the framework of the test, where the command takes the built one. */
async function loadInTest({ graders }: Exercise): Promise<readonly SightedCheckFile[]> {
  const loaded: SightedCheckFile[] = [];
  for (const { name, visibility } of CHECK_FILES) {
    const stop = receiveChecks((file) => loaded.push({ ...file, visibility }));
    try {
      await runInTest(join(graders, name));
    } finally {
      stop();
    }
  }
  return loaded;
}

async function loadPicturesInTest({ graders }: Exercise): Promise<PictureFile | undefined> {
  const path = join(graders, PICTURE_FILE);
  return existsSync(path) ? ((await runInTest(path)).pictures as PictureFile) : undefined;
}

/** Runs a TypeScript file that imports nothing but the framework. @returns its exports */
async function runInTest(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', format: 'cjs' });
  const run = runInThisContext(`(require, module) => {${code}\n}`) as (
    require: () => typeof graderApi,
    module: { readonly exports: Readonly<Record<string, unknown>> },
  ) => void;
  const module = { exports: {} };
  run(() => graderApi, module);
  return module.exports;
}
