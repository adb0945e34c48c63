import type { BackendName } from '../../backend/backend.ts';
import type { Table } from '../../data/table.ts';

/*
 * Host and student process take turns: a request, then its answer. The head of a request is {id, op, value}.
 * The head of an answer is {id, state, printed} and what the state brings; while a request is answered, the
 * student process may send {id, state: 'callback', callback, value} and waits for a request of the same form
 * with the operation 'return' or 'throw'. `value` is encoded by the codec.
 */

/** What the student process can be asked for. */
export const OPERATIONS = [
  'start',
  'load',
  'call',
  'construct',
  'get',
  'upload',
  'fixture',
  'release',
  'memory',
  'exportModel',
  'importModel',
  'experiment',
] as const;

/** What the student process can be asked for. */
export type OperationName = (typeof OPERATIONS)[number];

/** How a request ended, as the student process says. `callback` is no end. */
export type AnswerState = 'ok' | 'error' | 'never settles' | 'callback';

/** The backends that need nothing but the runtime's own folder. */
export type StudentBackend = Extract<BackendName, 'wasm' | 'cpu'>;

/** `start`: makes TensorFlow.js ready. Answered by {@link StartAnswer}. */
export interface StartRequest {
  readonly backend: StudentBackend;
}

/** What a started process says of itself. */
export interface StartAnswer {
  /** Whether V8 refused the code cache that was there. */
  readonly codeCacheRejected: boolean;
}

/** `load`: compiles and runs the submitted files. Answered by a list of {@link ExportDescription}. */
export interface LoadRequest {
  /** TypeScript sources in UTF-8 by relative path with `/`. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** The file whose exports are wanted; the others are loaded when it imports them. */
  readonly entry: string;
}

/** One export of the entry file. */
export interface ExportDescription {
  readonly name: string;
  readonly kind: 'function' | 'class' | 'value';
}

/** What a call, a construction or a look is directed at. */
export interface Target {
  /** An export of the entry file … */
  readonly export?: string;
  /** … or something that an earlier answer referred to (a reference in the frame), … */
  readonly handle?: unknown;
  /** … and its method or property. */
  readonly member?: string;
}

/** `call` and `construct`. Answered by what came back, and the arguments if they were asked for. */
export interface CallRequest {
  readonly target: Target;
  readonly arguments: readonly unknown[];
  /** Whether a promise is a fault. */
  readonly sync: boolean;
  /** Whether to send the arguments back as they are after the call. */
  readonly returnArguments: boolean;
}

/**
 * `fixture`: compiles and runs a file of the tests' inside the student process, where it holds no secret. Answered by
 * its exports, functions as references.
 */
export interface FixtureRequest {
  /** TypeScript in UTF-8. */
  readonly source: Uint8Array;
}

/** What `call` and `construct` answer. */
export interface CallAnswer {
  readonly value: unknown;
  /** Whether the function returned a promise. */
  readonly isAsync: boolean;
  readonly arguments?: readonly unknown[];
}

/** A change to an experiment file: an assignment as on the command line, or a mapping of such in a submitted file. */
export type ExperimentOverride =
  | string
  | {
      readonly file: string;
      /** Where in it: `['runs', 'more-epochs']`. */
      readonly path: readonly string[];
    };

/** What an experiment of a student's may ask for; beyond it, it is refused at its place in the file. */
export interface ExperimentLimits {
  readonly epochs: number;
  /** How many layers. */
  readonly layers: number;
  /** The largest number in the options of a layer: units, filters, the size of a kernel. */
  readonly size: number;
  /** Parameters of the whole network. */
  readonly parameters: number;
}

/**
 * `experiment`: validates and runs a submitted experiment file. No run folder is written, no file is read, and the
 * student's own components are refused. Answered by {@link ExperimentAnswer}.
 */
export interface ExperimentRequest {
  /** Which of the submitted files. */
  readonly file: string;
  /** What is changed in it before it runs, one after the other; often nothing. */
  readonly overrides: readonly ExperimentOverride[];
  /** Tables by the name of the data set for which the experiment gets them. */
  readonly data: Readonly<Record<string, Table>>;
  readonly limits: ExperimentLimits;
}

/** What an experiment came to. All numbers in it are claims. */
export interface ExperimentAnswer {
  readonly task: 'classification' | 'regression';
  /** The classes, or the names of the numbers that it predicts. */
  readonly outputs: readonly string[];
  readonly status: 'completed' | 'stopped early' | 'interrupted' | 'failed';
  /** Why training ended, a whole sentence. */
  readonly reason: string;
  /** What was measured before training and after every epoch, by name: `train.loss`, `validation.accuracy`. */
  readonly history: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** The file as it was parsed, and as it was understood: every default filled in. */
  readonly written: unknown;
  readonly spec: unknown;
  /** A reference to a `TrainedExperiment`: predicts rows with the network as it was trained, or before. */
  readonly trained: unknown;
}

/** The kinds of thing that stay in the student process. */
export const HANDLE_KINDS = ['function', 'class', 'model', 'optimizer', 'object'] as const;
/** The kind of a thing that stays in the student process. */
export type HandleKind = (typeof HANDLE_KINDS)[number];

/** What went wrong in the student's code, as its process tells it: a claim, to be cleaned before it is shown. */
export interface ReportedError {
  /** `TypeError`; for thrown values that are no errors, empty. */
  readonly name: string;
  readonly message: string;
  /** The innermost position in the student's own files, counted from 1. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}
