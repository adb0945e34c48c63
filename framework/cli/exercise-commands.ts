import { Option, type Command } from 'commander';
import type { NewExerciseOptions } from './new-exercise.ts';
import type { AutograderCommand } from './release-autograder.ts';
import type { ReleaseCommand } from './release.ts';
import type { ShowOptions } from './show.ts';
import { wholeNumber } from './whole-number.ts';

type ReleaseOptions = Omit<ReleaseCommand, 'isVisible' | 'isTried'> & {
  readonly withoutVisible?: boolean;
  readonly withoutTrial?: boolean;
};

/** Adds what students and authors do with exercises: test, watch, hint, show, reset, sync, docs, new, release. */
export function addExerciseCommands(program: Command, write: (text: string) => void): void {
  program
    .command('test')
    .description('test everything, or exercises on your own files')
    .argument(
      '[exercises...]',
      'numbers, ids or titles; without them vitest runs all tests, with its own options',
    )
    .option('--json', 'print the results as JSON', false)
    .allowUnknownOption()
    .action(async (words: string[], { json }: { json: boolean }) => {
      const names = words.filter((word) => !word.startsWith('-'));
      if (names.length === 0 && !json) {
        const { testAll } = await import('./test-all.ts');
        process.exitCode = await testAll(words, { write });
        return;
      }
      const [stray] = words.filter((word) => word.startsWith('-'));
      if (stray !== undefined) program.error(`error: unknown option '${stray}'`);
      const { test } = await import('./test.ts');
      process.exitCode = await test({ names, json }, { write });
    });

  program
    .command('watch')
    .description('test an exercise whenever you save its file')
    .argument('[exercises...]', 'numbers, ids or titles; by default all')
    .option(
      '--poll',
      'look at the files regularly: for network drives, whose changes the system does not tell',
      false,
    )
    .action(async (names: string[], options: { poll: boolean }) => {
      const { watchExercises } = await import('./watch.ts');
      process.exitCode = await watchExercises({ names, ...options });
    });

  program
    .command('hint')
    .description('show the next hint of a task')
    .argument('<exercise>', 'number, id or title')
    .argument('[task]', 'number of the task; by default the first that is not done', wholeNumber)
    .action(async (name: string, task: number | undefined) => {
      const { hint } = await import('./hint.ts');
      process.exitCode = await hint({ name, ...(task === undefined ? {} : { task }) }, { write });
    });

  program
    .command('show')
    .description('draw what your functions of an exercise do, as a page of pictures')
    .argument('<exercise>', 'number, id or title')
    .option('--out <file>', 'the page; by default .descent/pictures/ID.html in the folder of the kit')
    .option('--seed <seed>', 'seed of the random data in the pictures', wholeNumber, 1)
    .option('--solution', 'draw what the solution does, for who writes pictures', false)
    .action(async (name: string, options: Omit<ShowOptions, 'name'>) => {
      const { show } = await import('./show.ts');
      process.exitCode = await show({ name, ...options }, { write });
    });

  program
    .command('reset')
    .description('start exercises over; your file is kept as a backup')
    .argument('<exercises...>', 'numbers, ids or titles')
    .option('-y, --yes', 'do not ask', false)
    .action(async (names: string[], options: { yes: boolean }) => {
      const { reset } = await import('./reset.ts');
      process.exitCode = await reset({ names, ...options }, { write });
    });

  program
    .command('sync')
    .description('make the starters of exercises from their solutions')
    .argument('[exercises...]', 'numbers, ids or titles; by default all')
    .option('--force', 'overwrite what somebody wrote, with a backup beside it', false)
    .action(async (names: string[], options: { force: boolean }) => {
      const { sync } = await import('./sync.ts');
      process.exitCode = await sync({ names, ...options }, { write });
    });

  program
    .command('docs')
    .description('write the tables of tasks, checks and points into lessons, and draw their pictures')
    .argument('[exercises...]', 'numbers, ids or titles; by default all')
    .option('--check', 'write nothing, and fail when one is not up to date', false)
    .action(async (names: string[], options: { check: boolean }) => {
      const { docs } = await import('./docs.ts');
      process.exitCode = await docs({ names, ...options }, { write });
    });

  program
    .command('new')
    .description('make something new to begin with')
    .command('exercise')
    .description('a complete exercise: lesson, solution, starter, checks, wrong answers')
    .argument('<id>', 'name of its folders, such as 33-my-topic')
    .requiredOption('--template <name>', 'tensor-op, training, experiment or debugging')
    .option('--title <title>', 'its title; by default made of the id')
    .action(async (id: string, options: Omit<NewExerciseOptions, 'id'>) => {
      const { newExercise } = await import('./new-exercise.ts');
      process.exitCode = await newExercise({ id, ...options }, { write });
    });

  program
    .command('release')
    .description('write the kit that students get, and try it as a stranger would')
    .requiredOption('--out <path>', 'a new folder; with --gradescope a new zip')
    .option('--exercises <names>', 'such as 02,04; by default all')
    .option('--zip', 'write a zip beside the folder, too', false)
    .option('--without-visible', 'leave out the visible checks')
    .option('--without-trial', 'do not install and solve it in a copy')
    .addOption(
      new Option(
        '--gradescope <exercise>',
        'write the autograder of one exercise for Gradescope instead',
      ).conflicts(['exercises', 'zip', 'withoutVisible']),
    )
    .option(
      '--course <file>',
      'of --gradescope: the course with the secret and the points; by default course.yaml, if there is one',
    )
    .action(async (all: ReleaseOptions & Partial<AutograderCommand>) => {
      const { withoutVisible = false, withoutTrial = false, gradescope, course, ...options } = all;
      if (gradescope !== undefined) {
        const { releaseAutograder } = await import('./release-autograder.ts');
        process.exitCode = await releaseAutograder(
          {
            gradescope,
            out: options.out,
            isTried: !withoutTrial,
            ...(course === undefined ? {} : { course }),
          },
          { write },
        );
        return;
      }
      const { release } = await import('./release.ts');
      process.exitCode = await release(
        { ...options, isVisible: !withoutVisible, isTried: !withoutTrial },
        { write },
      );
    });
}
