import chalk from 'chalk';
import { formatProblems } from '../document/format-problems.ts';
import { ProblemsError, type Problem } from '../document/problem.ts';
import { sortProblems } from '../document/format-problems.ts';
import { builtInRegistry } from '../experiment/components.ts';
import { loadExperiment } from '../experiment/spec/load-experiment.ts';
import { EXIT } from './exit.ts';

/** What `descent validate` is told. */
export interface ValidateOptions {
  /** Experiment files. */
  readonly files: readonly string[];
  /** Print `[{ file, valid, problems }]` instead of text. */
  readonly json?: boolean;
}

interface Verdict {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/**
 * `descent validate FILE…`: everything that is wrong with experiment files, without running them.
 * @returns the exit code: 2 when any file has a problem
 */
export async function validate(
  { files, json = false }: ValidateOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  const verdicts: Verdict[] = [];
  for (const file of files) verdicts.push({ file, problems: await problemsOf(file) });
  if (json) {
    const list = verdicts.map(({ file, problems }) => ({
      file,
      valid: problems.length === 0,
      problems: sortProblems(problems),
    }));
    write(`${JSON.stringify(list, undefined, 2)}\n`);
  } else {
    write(`${verdicts.map(inWords).join('\n')}\n`);
  }
  return verdicts.some(({ problems }) => problems.length > 0) ? EXIT.wrongInput : EXIT.done;
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

function inWords({ file, problems }: Verdict): string {
  if (problems.length === 0) return `${file}  ${chalk.green('valid')}`;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return `\n${formatProblems(problems, chalk.level > 0 ? chalk : undefined)}\n\n${file}  ${chalk.red(count)}`;
}
