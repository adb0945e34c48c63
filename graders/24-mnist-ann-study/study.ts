import {
  expect,
  returns,
  Type,
  type ExperimentOptions,
  type ExperimentRun,
  type ReadDocument,
  type Returned,
  type RunExperiment,
  type Static,
} from 'descent/grading';
import { measure, type Digits, type Measured } from './digits.ts';

const FILE = 'study.yaml';

/** All ten runs. */
export const RUNS = [
  'adam-0.001',
  'adam-0.01',
  'adam-0.1',
  'sgd-0.001',
  'sgd-0.01',
  'sgd-0.1',
  'sgd-0.5',
  'momentum-0.001',
  'long',
  'full-batch',
] as const;
/** The name of one of them. */
export type RunName = (typeof RUNS)[number];
/** The runs of task 2; each is named after its optimizer and its rate. */
export const RATES: Readonly<Record<'adam' | 'sgd', readonly RunName[]>> = {
  adam: RUNS.slice(0, 3),
  sgd: RUNS.slice(3, 7),
};

const runName = Type.Union(
  RUNS.map((name) => Type.Literal(name)),
  { expects: 'the name of a run' },
);
const share = Type.Number({ minimum: 0, maximum: 1 });
const positive = Type.Number({ minimum: 0 });
const count = Type.Integer({ minimum: 0 });
const truth = Type.Boolean({ expects: 'true or false' });
const closed = { additionalProperties: false };

/** What each verdict holds. */
const VERDICTS = {
  tooLargeForAdam: Type.Object({ run: runName, accuracy: share, bestAccuracy: share }, closed),
  sgdWithTheRateOfAdam: Type.Object({ asGood: truth, sgd: share, adam: share }, closed),
  bestForSgd: Type.Object({ run: runName, accuracy: share }, closed),
  momentum: Type.Object({ adds: Type.Number(), like: runName }, closed),
  longer: Type.Object({ lossGoesOnFalling: truth, after5Epochs: positive, after60Epochs: positive }, closed),
  fullBatch: Type.Object({ updates: count, updatesInSmallBatches: count, accuracy: share }, closed),
};
type Verdicts = { readonly [Name in keyof typeof VERDICTS]: Static<(typeof VERDICTS)[Name]> };

/** Whatever else stands in the file, each check reads its own part. */
const PARTS = Object.fromEntries(
  Object.entries(VERDICTS).map(([name, part]) => [
    name,
    Type.Object({ verdicts: Type.Object({ [name]: part }) }),
  ]),
);
const changes = Type.Object({ runs: Type.Record(Type.String(), Type.Unknown()) });

/** What a run is trained with. */
export interface Settings {
  /** The kind of optimizer. */
  readonly type: string;
  readonly learningRate: number;
  /** 0 for optimizers that have none. */
  readonly momentum: number;
  readonly batchSize: number;
  readonly epochs: number;
  /** Everything else but the data. */
  readonly rest: unknown;
}

const read = <Value>(kind: Returned<Value>, value: unknown): Value => {
  const reading = kind.read(value);
  if ('value' in reading) return reading.value;
  throw new Error(`an experiment has ${reading.wrong}`);
};
const whole = returns.record({ seed: returns.integer, model: returns.anything, training: returns.anything });
const trained = returns.record({
  batchSize: returns.integer,
  epochs: returns.integer,
  optimizer: returns.anything,
});
const stepped = returns.record({ type: returns.text, learningRate: returns.number });

function settingsIn(spec: unknown): Settings {
  const { seed, model, training } = read(whole, spec);
  const { batchSize, epochs, optimizer } = read(trained, training);
  const velocity = returns.record({ momentum: returns.number }).read(optimizer);
  const momentum = 'value' in velocity ? velocity.value.momentum : 0;
  const others = Object.entries(training as object).filter(
    ([key]) => !['batchSize', 'epochs', 'optimizer'].includes(key),
  );
  const rest = { seed, model, training: Object.fromEntries(others) as unknown };
  return { ...read(stepped, optimizer), momentum, batchSize, epochs, rest };
}

/** What a run reaches on digits that it has never seen. */
export interface Reached extends Measured {
  /** What the run measured itself after each epoch: for pictures. */
  readonly history: ExperimentRun['history'];
  readonly settings: Settings;
}

/** The study of a submission on some digits. Each run is trained once, when a check first asks for it. */
export interface Study {
  reach(name: RunName): Promise<Reached>;
  /** The share of those digits that it names rightly. */
  accuracyOf(name: RunName): Promise<number>;
  /** What a run is trained with. It is tried on a few digits only, fewer than a large batch needs. */
  settingsOf(name: RunName): Promise<Settings>;
  /** One of the verdicts. @throws StudentFailure where it is missing or has gaps */
  verdict<Name extends keyof Verdicts>(name: Name): Verdicts[Name];
}

/** How checks and pictures look at a submission. */
export interface Answer {
  readonly experiment: RunExperiment;
  readonly document: ReadDocument;
}

/** The study of a submission on some digits. */
export function createStudy({ experiment, document }: Answer, digits: () => Promise<Digits>): Study {
  const reached = new Map<string, Promise<Reached>>();
  const tried = new Map<RunName, Promise<Settings>>();
  const train = async (overrides: NonNullable<ExperimentOptions['overrides']>): Promise<ExperimentRun> =>
    experiment({
      overrides,
      data: { mnist: (await digits()).training },
      limits: { epochs: 100, layers: 6, size: 512, parameters: 200_000 },
    });
  const where = (name: RunName) => ({ file: FILE, path: ['runs', name] });
  const reach = (name: RunName): Promise<Reached> => {
    // Two names of one and the same run train it once; what is no run fails under its own name.
    const changed = document(FILE, changes).runs[name];
    const key = typeof changed === 'object' ? JSON.stringify(changed) : name;
    const known = reached.get(key);
    if (known !== undefined) return known;
    const found = train([where(name)]).then(async ({ predict, history, spec }) => {
      const { heldOut, labels } = await digits();
      const measured = measure((await predict(heldOut)).data, labels);
      return { ...measured, history, settings: settingsIn(spec) };
    });
    reached.set(key, found);
    return found;
  };
  return {
    reach,
    accuracyOf: async (name) => (await reach(name)).accuracy,
    settingsOf(name) {
      const known = tried.get(name);
      if (known !== undefined) return known;
      const few = ['data.limit=40', 'data.split.train=32', 'data.split.validation=8'];
      const found = train([where(name), ...few]).then(({ spec }) => settingsIn(spec));
      tried.set(name, found);
      return found;
    },
    verdict(name) {
      const { verdicts } = document(FILE, PARTS[name]!);
      return verdicts[name] as Verdicts[typeof name];
    },
  };
}

/**
 * Asks for a number as the pictures of the exercise write it.
 * @param room how far it may be off. Rounded to two places it is off by 0.005 at most; there is more for whoever rounds
 *   down, and for another machine.
 */
export function expectAsShown(stated: number, measured: number, name: string, room = 0.015): void {
  const distance = Math.abs(stated - measured);
  expect(
    distance,
    `how far ${name} (${stated}) is from what npx descent show 24 writes,`,
  ).toBeLessThanOrEqual(room);
}
