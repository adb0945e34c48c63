import * as tf from '#tensorflow';
import { registerFastKernels } from '../../../../backend/kernels/fast/register-fast-kernels.ts';
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

let kernels: Promise<unknown> | undefined;

/**
 * Makes our kernels known to this bundle too: its modules are others than those of the process, and without kernels it
 * would train several times as slowly as `descent run`, and to other last bits. Where they do not start, those of
 * TensorFlow.js compute.
 */
function prepareKernels(folder: string): Promise<unknown> {
  return (kernels ??=
    tf.getBackend() === 'wasm' ? registerFastKernels({ mode: 'reproducible', folder }) : Promise.resolve());
}

/**
 * Runs an experiment. Anything else that it throws is a fault of the framework, or of the machine.
 * @param folder the runtime's own folder
 */
export async function answerExperiment(
  source: SourceText,
  run: ExperimentRun,
  folder: string,
): Promise<ExperimentAnswer | Refusal> {
  await prepareKernels(folder);
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
