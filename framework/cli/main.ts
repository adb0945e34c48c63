import chalk from 'chalk';
import { Command, CommanderError, Option } from 'commander';
import { version } from '../package.json';
import { addExerciseCommands } from './exercise-commands.ts';
import { EXIT } from './exit.ts';
import { addGradeCommands } from './grade-commands.ts';
import type { PredictCommand } from './predict.ts';
import type { RunCommand } from './run.ts';
import type { ValidateOptions } from './validate.ts';
import { positiveNumber, wholeNumber } from './whole-number.ts';
import { withoutWorkflowCommands } from './workflow-commands.ts';

const write = (text: string): void => {
  process.stdout.write(withoutWorkflowCommands(text));
};

// Chalk knows FORCE_COLOR and terminals, but not this wish: https://no-color.org
if ((process.env.NO_COLOR ?? '') !== '') chalk.level = 0;

// A reader such as `head` may close the pipe early; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

const program = new Command('descent')
  .description('Declarative machine-learning experiments on TensorFlow.js.')
  .version(version, '-v, --version', 'print the version')
  .helpOption('-h, --help', 'print help')
  .showHelpAfterError('(add --help for the options)')
  .exitOverride()
  .addHelpText(
    'after',
    `
Exit codes: 0 done and targets met · 1 targets missed · 2 the file or the command line is wrong ·
            3 a fault of descent itself · 130 interrupted

Start with: descent run experiments/penguins-species.yaml`,
  );

program
  .command('run')
  .description('run an experiment: train, evaluate, compare with baselines, write a report')
  .argument('<file>', 'the experiment file')
  .argument('[overrides...]', 'changes to it, as training.epochs=5')
  .option('--fast', 'a trial: one epoch of two batches, targets not judged', false)
  .option(
    '--overfit <rows>',
    'a trial: train and evaluate on the same few rows, to see whether the model can learn at all',
    wholeNumber,
  )
  .addOption(
    new Option(
      '--shuffle-labels',
      'a control: a run on labels in random order, which should give no more than chance',
    )
      .default(false)
      .conflicts(['fast', 'overfit']),
  )
  .option('--seed <seed>', 'the same as seed=<seed>', wholeNumber)
  .option('--backend <name>', 'the same as backend=<name>')
  .option('--mode <mode>', 'the same as mode=<mode>: reproducible, or fast, which is no trial')
  .option('--out <folder>', 'where run folders go', 'runs')
  .option('--fresh', 'start over instead of going on with an interrupted run', false)
  .option('--json', 'print the result as JSON, nothing else', false)
  .option('--verbose', 'print more, such as the model and the data findings', false)
  .action(async (file: string, overrides: string[], options: Omit<RunCommand, 'file' | 'overrides'>) => {
    const { run } = await import('./run.ts');
    process.exitCode = await run({ file, overrides, ...options }, { write });
  });

program
  .command('validate')
  .description('check experiment files without running them, or prove that exercises work')
  .argument('[names...]', 'experiment files, or exercises by number, id or title')
  .option('--all', 'all exercises', false)
  .option(
    '--seeds <number>',
    'with how many seeds the checks of exercises are tried; by default 20',
    positiveNumber,
  )
  .option('--quick', 'exercises with 3 seeds, and without wrong answers, which npm test proves, too', false)
  .option('--junit <file>', 'write what came of exercises as JUnit XML')
  .option('--json', 'print the verdicts as JSON, nothing else', false)
  .action(async (names: string[], options: Omit<ValidateOptions, 'names' | 'seeds'> & { seeds?: number }) => {
    const { validate } = await import('./validate.ts');
    const seeds = options.seeds ?? (options.quick ? 3 : 20);
    process.exitCode = await validate({ names, ...options, seeds }, { write });
  });

program
  .command('explain')
  .description('explain a key of the experiment file or a component')
  .argument('[key]', 'such as training.batchSize, layer.dense or adam')
  .option('--json', 'print JSON', false)
  .action(async (key: string | undefined, options: { json: boolean }) => {
    const { explain } = await import('./explain.ts');
    process.exitCode = await explain({ key, ...options }, { write });
  });

program
  .command('list')
  .description('list the exercises and how far you are, or what an experiment file can name')
  .argument('[what]', 'exercises or components', 'exercises')
  .option('--json', 'print JSON', false)
  .action(async (what: string, options: { json: boolean }) => {
    const { list } = await import('./list.ts');
    process.exitCode = await list({ what, ...options }, { write });
  });

program
  .command('data')
  .description('list the data sets, or describe one: shape, licence, findings, preview')
  .argument('[name]', 'such as penguins')
  .option('--json', 'print JSON', false)
  .action(async (name: string | undefined, options: { json: boolean }) => {
    const { data } = await import('./data.ts');
    process.exitCode = await data({ ...(name === undefined ? {} : { name }), ...options, write });
  });

program
  .command('predict')
  .description('predict new rows with the model of a finished run')
  .argument('<run>', 'a folder below runs/')
  .requiredOption('--input <file>', 'the new rows: csv, json, npy, idx or hdf5; a target is not needed')
  .option('--out <file>', 'where the predictions go, as csv; without it to standard output')
  .option('--backend <name>', 'instead of the one that the run was trained on')
  .action(async (folder: string, options: Omit<PredictCommand, 'folder'>) => {
    const { predictNew } = await import('./predict.ts');
    process.exitCode = await predictNew({ folder, ...options }, { write });
  });

program
  .command('report')
  .description('write the report of a run folder anew')
  .argument('<folder>', 'a folder below runs/')
  .option('--json', 'print JSON', false)
  .action(async (folder: string, options: { json: boolean }) => {
    const { report } = await import('./report.ts');
    process.exitCode = await report({ folder, ...options, write });
  });

addExerciseCommands(program, write);

addGradeCommands(program, write);

program
  .command('doctor')
  .description('check this machine: Node, backends, their speed, and what to install')
  .option('--json', 'print JSON', false)
  .action(async (options: { json: boolean }) => {
    const { doctor } = await import('./doctor.ts');
    process.exitCode = await doctor({ ...options, write });
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed its message; help and version end with 0.
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.wrongInput;
  } else {
    // Loaded only now: it knows the errors of every room.
    const { reportError } = await import('./report-error.ts');
    process.exitCode = reportError(error, (text) => process.stderr.write(withoutWorkflowCommands(text)));
  }
}
