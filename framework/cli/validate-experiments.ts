import chalk from 'chalk';
import { formatProblems, sortProblems } from '../document/format-problems.ts';
import { ProblemsError, type Problem } from '../document/problem.ts';
import { builtInRegistry } from '../experiment/components.ts';
import { loadExperiment } from '../experiment/spec/load-experiment.ts';

/** An experiment file with what is wrong in it. */
export interface ExperimentVerdict {
  readonly file: string;
  readonly valid: boolean;
  readonly problems: readonly Problem[];
}

/** Everything that is wrong with an experiment file, without running it. */
export async function validateExperiment(file: string): Promise<ExperimentVerdict> {
  const problems = sortProblems(await problemsOf(file));
  return { file, valid: problems.length === 0, problems };
}

async function problemsOf(file: string): Promise<readonly Problem[]> {
  try {
    await loadExperiment(file, { registry: builtInRegistry });
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}

/** A verdict as text, without a line break at its end. */
export function experimentText({ file, problems }: ExperimentVerdict): string {
  if (problems.length === 0) return `${file}  ${chalk.green('valid')}`;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return `\n${formatProblems(problems, chalk.level > 0 ? chalk : undefined)}\n\n${file}  ${chalk.red(count)}`;
}
