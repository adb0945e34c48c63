import type { Table } from '../../data/table.ts';
import { ExpectationFailure } from '../expect/expectation-failure.ts';
import type { TensorValue } from '../submission/codec/tensor-value.ts';
import type { Submission } from '../submission/host.ts';
import type { ExperimentLimits, ExperimentOverride } from '../submission/protocol.ts';
import type { Uploaded } from '../submission/session.ts';
import { returns, type Returned, type ValueOf } from './returned.ts';

/** How a check has an experiment file run. */
export interface ExperimentOptions {
  /** Which of the submitted files; by default `experiment.yaml`. */
  readonly file?: string;
  /**
   * What is changed in it before it runs, one after the other: an assignment as `descent run` takes them,
   * `training.epochs=1`, or a mapping of such in a submitted file, `{ file: 'study.yaml', path: ['runs', 'long'] }`. By
   * default nothing.
   */
  readonly overrides?: readonly ExperimentOverride[];
  /**
   * The rows that the experiment gets, by the name of the data set: `{ penguins: training }`. It sees all their
   * columns and splits them as it says. Rows that it shall be judged by do not belong here.
   */
  readonly data: Readonly<Record<string, Table | Uploaded>>;
  /** What it may ask for; by default {@link EXPERIMENT_LIMITS}. */
  readonly limits?: Partial<ExperimentLimits>;
}

/** Limits for a check that names no others: ample for tables and small images, and trained within seconds. */
export const EXPERIMENT_LIMITS: ExperimentLimits = {
  epochs: 200,
  layers: 20,
  size: 1024,
  parameters: 500_000,
};

/** An object with entries of any kind. */
function mapping(): Returned<Readonly<Record<string, unknown>>> {
  const record = returns.record({});
  return {
    words: 'an object',
    plural: 'objects',
    read(value) {
      const reading = record.read(value);
      return 'wrong' in reading ? reading : { value: value as Readonly<Record<string, unknown>> };
    },
  };
}

/** What the student process says of a run. All of it are claims: judge by predictions. */
const answer = returns.record({
  task: returns.text,
  outputs: returns.list(returns.text),
  status: returns.text,
  reason: returns.text,
  history: returns.list(returns.record({ name: returns.text, values: returns.list(returns.anyNumber) })),
  written: mapping(),
  spec: mapping(),
  trained: returns.object,
});

/** An experiment that a student process has run. Everything but predictions is a claim, good for messages. */
export interface ExperimentRun extends Omit<ValueOf<typeof answer>, 'trained' | 'history'> {
  /** Each measured value before training and after every epoch, by name: `history['validation.loss']`. */
  readonly history: Readonly<Record<string, readonly number[]>>;
  /**
   * Predicts rows: `[rows, outputs]`, probabilities in the order of `outputs`, or numbers in the unit of the data. The
   * rows need no target; leave it out.
   * @throws ExpectationFailure when something else comes, or not only numbers
   */
  predict(rows: Table): Promise<TensorValue>;
  /** The same with the network before its first step. */
  predictUntrained(rows: Table): Promise<TensorValue>;
}

/** Runs a submitted experiment file. @throws StudentFailure with all that is wrong in it */
export type RunExperiment = (options: ExperimentOptions) => Promise<ExperimentRun>;

const ENTRY = 'experiment.yaml';

/** Lets checks run the experiment files of a submission. */
export function experimentRunner(submission: Pick<Submission, 'experiment'>): RunExperiment {
  return async ({ file = ENTRY, overrides = [], data, limits = {} }) => {
    const answered = await submission.experiment({
      file,
      overrides,
      data,
      limits: { ...EXPERIMENT_LIMITS, ...limits },
    });
    const { trained, history, ...claims } = read(answer, answered, file);
    const predict = async (member: 'predict' | 'predictUntrained', rows: Table) => {
      const shape = [rows.rows, claims.outputs.length];
      const predicted = read(returns.tensor(shape, 'float32'), await trained.call(member, rows), file);
      if (predicted.data.some((value) => !Number.isFinite(value))) {
        throw new ExpectationFailure(`${file} predicts NaN or Infinity. ${claims.reason}`);
      }
      return predicted;
    };
    return {
      ...claims,
      history: Object.fromEntries(history.map(({ name, values }) => [name, values])),
      predict: (rows) => predict('predict', rows),
      predictUntrained: (rows) => predict('predictUntrained', rows),
    };
  };
}

/** An honest process answers what is expected: that which does not is the submission's doing. */
function read<Value>(expected: Returned<Value>, value: unknown, file: string): Value {
  const reading = expected.read(value);
  if ('value' in reading) return reading.value;
  throw new ExpectationFailure(`${file} gave ${reading.wrong}, where ${expected.words} is expected`);
}
