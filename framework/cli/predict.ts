import { ProblemsError } from '../document/problem.ts';
import { didYouMean } from '../document/suggest.ts';
import { builtInRegistry } from '../experiment/components.ts';
import { formatNewPredictions } from '../experiment/new-predictions.ts';
import { predict } from '../experiment/predict.ts';
import { BACKEND_NAMES, type ExperimentSpec } from '../experiment/spec/experiment-spec.ts';
import { EXIT } from './exit.ts';
import { writeOutput } from './write-output.ts';

/** The command line of `descent predict`. */
export interface PredictCommand {
  /** A run folder. */
  readonly folder: string;
  /** The file of new rows. */
  readonly input: string;
  /** The file that is written; absent: standard output. */
  readonly out?: string;
  readonly backend?: string;
}

/**
 * `descent predict`: predictions of new rows by the model of a finished run, as csv.
 * @returns the exit code
 * @throws ProblemsError when the folder is no finished run; DataError when the new rows do not fit the model
 */
export async function predictNew(
  { folder, input, out, backend }: PredictCommand,
  { write }: { write: (text: string) => void },
): Promise<number> {
  const predictions = await predict(folder, {
    input,
    registry: builtInRegistry,
    workingDirectory: process.cwd(),
    ...(backend !== undefined && { backend: backendOf(backend) }),
  });
  const text = formatNewPredictions(predictions);
  if (out === undefined) {
    write(text);
  } else {
    await writeOutput(out, text);
    const rows = predictions.sourceRows.length;
    write(`${rows.toLocaleString('en-US')} ${rows === 1 ? 'prediction' : 'predictions'}: ${out}\n`);
  }
  return EXIT.done;
}

function backendOf(name: string): ExperimentSpec['backend'] {
  const known = BACKEND_NAMES.find((candidate) => candidate === name);
  if (known) return known;
  const fix = didYouMean(name, BACKEND_NAMES);
  throw new ProblemsError([
    {
      file: 'command line',
      message: `unknown backend "${name}"`,
      ...(fix === undefined ? { expected: `one of ${BACKEND_NAMES.join(', ')}` } : { fix }),
    },
  ]);
}
