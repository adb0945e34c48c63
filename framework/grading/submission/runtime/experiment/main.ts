import { formatProblems, sortProblems } from '../../../../document/format-problems.ts';
import { ProblemsError } from '../../../../document/problem.ts';
import type { SourceText } from '../../../../document/source-text.ts';
import type { ExperimentAnswer } from '../../protocol.ts';
import type { FaultPlace } from '../submission-fault.ts';
import { runExperiment, type ExperimentRun } from './run-experiment.ts';

/*
 * The bundle that a student process loads when it is asked for an experiment, and not before: it holds most of the
 * framework. TensorFlow.js it shares with the bundle of the process.
 */

/** Why an experiment file cannot be run, for the student. */
export interface Refusal {
  /** The problems, each with its line. */
  readonly refusal: string;
  /** Where the first one is. */
  readonly place: FaultPlace;
}

/** More would not fit into a message, and the first ones have to be mended first anyway. */
const MOST_PROBLEMS = 4;

/** Runs an experiment. Anything else that it throws is a fault of the framework, or of the machine. */
export async function answerExperiment(
  source: SourceText,
  run: ExperimentRun,
): Promise<ExperimentAnswer | Refusal> {
  try {
    return await runExperiment(source, run);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return refusalOf(error.problems);
  }
}

function refusalOf(problems: ProblemsError['problems']): Refusal {
  const sorted = sortProblems(problems);
  const left = sorted.length - MOST_PROBLEMS;
  const text = formatProblems(sorted.slice(0, MOST_PROBLEMS));
  const { file, line, column } = sorted[0]?.place ?? {};
  return {
    refusal: left > 0 ? `${text}\n\n… and ${left} more` : text,
    place: file === undefined ? {} : { file, line: line!, column: column! },
  };
}
