import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { ProblemsError } from '../document/problem.ts';
import { exercisesJunit } from '../grading/validate/junit.ts';
import { EXIT } from './exit.ts';
import { experimentText, validateExperiment, type ExperimentVerdict } from './validate-experiments.ts';
import { validateExercises, type ExerciseVerdict } from './validate-exercises.ts';
import { writeOutput } from './write-output.ts';

/** What `descent validate` is told. */
export interface ValidateOptions {
  /** Experiment files, and exercises by number, id or title. */
  readonly names: readonly string[];
  /** Every exercise as well. */
  readonly all: boolean;
  /** With how many seeds the checks of exercises are tried. */
  readonly seeds: number;
  /** Leave out what takes long: wrong answers. */
  readonly quick: boolean;
  /** Where a report on exercises as JUnit XML goes. */
  readonly junit?: string;
  /** Print the verdicts as JSON, nothing else. */
  readonly json: boolean;
}

/**
 * `descent validate`: everything that is wrong with experiment files, without running them, and with exercises, by trying to refute
 * what has to be true of them.
 * @returns the exit code: 2 when anything has a problem
 * @throws ProblemsError when nothing is named, or an exercise that does not exist
 */
export async function validate(
  { names, all, seeds, quick, junit, json }: ValidateOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const files = names.filter(isExperiment);
  const exercises = names.filter((name) => !isExperiment(name));
  if (names.length === 0 && !all) {
    throw new ProblemsError([
      {
        file: 'command line',
        message: 'there is nothing to validate',
        expected: 'experiment files, exercises such as 02, or --all for all exercises',
      },
    ]);
  }
  const say = json ? () => undefined : write;
  const experiments: ExperimentVerdict[] = [];
  for (const file of files) {
    const verdict = await validateExperiment(file);
    experiments.push(verdict);
    say(`${experimentText(verdict)}\n`);
  }
  const proven: readonly ExerciseVerdict[] =
    all || exercises.length > 0
      ? await validateExercises({ names: exercises, all, seeds, quick }, { write: say })
      : [];
  if (junit !== undefined) await writeOutput(junit, exercisesJunit(proven));
  const verdicts = [...experiments, ...proven];
  if (json) write(`${JSON.stringify(verdicts, undefined, 2)}\n`);
  return verdicts.every(({ valid }) => valid) ? EXIT.done : EXIT.wrongInput;
}

/** Whether a name is that of an experiment file, there or not, rather than of an exercise. */
function isExperiment(name: string): boolean {
  return ['.yaml', '.yml', '.json'].includes(extname(name)) || (extname(name) !== '' && existsSync(name));
}
