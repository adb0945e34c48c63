import type { Table } from '../../data/table.ts';
import { StudentHandle, type HandleOwner } from './handle.ts';
import { explainMissingExport } from './missing-export.ts';
import { StudentFailure, valueOf, type Outcome } from './outcome.ts';
import { createProcessPool, type ProcessOptions, type ProcessPool } from './process-pool.ts';
import type { CallAnswer, ExperimentRequest, ExportDescription, Target } from './protocol.ts';
import { sentenceOf } from './sentence.ts';
import { createSession, type Observer, type Uploaded } from './session.ts';

/** What is submitted and how it may run. */
export interface SubmissionOptions extends ProcessOptions {
  /** TypeScript sources by relative path with `/`: `{ 'exercise.ts': '…' }`. */
  readonly files: Readonly<Record<string, string>>;
  /** The file whose exports are asked; by default the first. */
  readonly entry?: string;
  /** Where processes come from, with their limits; by default started one by one with the options here. */
  readonly pool?: ProcessPool;
  /** The wall-clock limit of a call that names none, asked at each call; by default the one of the limits. */
  readonly callMilliseconds?: () => number;
  /** Told of every call and what came of it, also of those through handles. */
  readonly observe?: Observer;
}

/** How one call is made. */
export interface CallOptions {
  /** Wall-clock limit of this call; by default the submission's. */
  readonly milliseconds?: number;
  /** Whether returning a promise is a mistake, with a sentence of its own. */
  readonly sync?: boolean;
  /** Whether to bring the arguments back as they are after the call, to see whether they were changed. */
  readonly returnArguments?: boolean;
}

/** What is called: an export by name, or a handle, or a member of either. */
export type Callee = string | { readonly export: string; readonly member: string } | HandleCallee;
interface HandleCallee {
  readonly handle: StudentHandle;
  readonly member?: string;
}

/** An experiment to run, with its tables or uploads that stand for them. */
export interface ExperimentOrder extends Omit<ExperimentRequest, 'data'> {
  readonly data: Readonly<Record<string, Table | Uploaded>>;
}

/**
 * A submission running in a process of its own. Arguments and values are data (what `codec/encode.ts` takes), tensors
 * are `TensorValue`s or tensors of TensorFlow.js (arguments only), functions among the arguments are callbacks.
 * When the process is killed, the next call gets a fresh one: handles are gone then, uploads are sent again.
 */
export interface Submission {
  /** The submitted files, as they were handed in. */
  readonly files: Readonly<Record<string, string>>;
  /** The exports of the entry file, once loaded. @throws StudentFailure when it cannot be loaded */
  exports(): Promise<readonly ExportDescription[]>;
  /** What came of loading the files. */
  loaded(): Promise<Outcome<readonly ExportDescription[]>>;
  /** Calls and tells what came of it. @throws Error only for mistakes of the tests */
  attempt(callee: Callee, values?: readonly unknown[], options?: CallOptions): Promise<Outcome>;
  /** Calls a function. @throws StudentFailure when it brings no value; its message is for the student. */
  call(callee: Callee, values?: readonly unknown[], options?: CallOptions): Promise<unknown>;
  /** Makes an instance of an exported class. @throws StudentFailure */
  construct(className: string, values?: readonly unknown[], options?: CallOptions): Promise<StudentHandle>;
  /** Reads an exported value, or a property of a handle. @throws StudentFailure */
  get(callee: Callee): Promise<unknown>;
  /** Sends data once; what it returns stands for them as an argument of any number of calls. */
  upload(name: string, value: unknown): Promise<Uploaded>;
  /**
   * Runs a file of the tests' inside the student process: for functions that the student's code differentiates, which a
   * callback cannot be. The student's code can read it, so it must hold no secret.
   * @returns its exports: data, and handles for functions. @throws StudentFailure
   */
  fixture(source: string): Promise<Readonly<Record<string, unknown>>>;
  /**
   * Runs a submitted experiment file in the student process.
   * @returns an `ExperimentAnswer`: claims, to be read before they are used. @throws StudentFailure
   */
  experiment(request: ExperimentOrder): Promise<unknown>;
  /** How many tensors TensorFlow.js holds in the process: a claim. */
  tensorCount(): Promise<number>;
  /** Takes a model apart. @throws StudentFailure */
  exportModel(handle: StudentHandle): Promise<unknown>;
  /** Ends its process. */
  close(): Promise<void>;
}

/**
 * Opens a submission: starts its process and loads its files, which {@link Submission.loaded} tells about.
 * Close it when done.
 */
export async function openSubmission(options: SubmissionOptions): Promise<Submission> {
  const { files } = options;
  const entry = options.entry ?? Object.keys(files)[0];
  const source = entry === undefined ? undefined : files[entry];
  if (entry === undefined || source === undefined) throw new Error('the submission has no entry file');
  const owner: HandleOwner = {
    call: async (target, values) => valueOf(await attempt(target, values)),
    get: (target) => get(target),
    exportModel: (handle) => exportModel(handle),
    release: async (handle) => {
      await session.ask({ operation: 'release', value: { handle }, name: handle.name });
    },
  };
  const pool = options.pool ?? createProcessPool(options);
  const session = createSession({
    pool,
    files,
    entry,
    owner,
    ...(options.callMilliseconds === undefined ? {} : { callMilliseconds: options.callMilliseconds }),
    ...(options.observe === undefined ? {} : { observe: options.observe }),
  });

  const invoke = async (
    operation: 'call' | 'construct',
    callee: Callee,
    values: readonly unknown[],
    options: CallOptions,
  ): Promise<Outcome> => {
    const missing = await missingExport(callee, operation === 'construct' ? 'class' : 'function');
    if (missing !== undefined) return missing;
    const { sync = false, returnArguments = false } = options;
    const outcome = await session.ask({
      operation,
      value: { target: targetOf(callee), arguments: values, sync, returnArguments },
      name: nameOf(callee),
      ...(options.milliseconds === undefined ? {} : { milliseconds: options.milliseconds }),
    });
    if (outcome.state !== 'ok') return outcome;
    return { ...outcome, ...readCallAnswer(outcome.value) };
  };

  const missingExport = async (callee: Callee, kind: 'function' | 'class'): Promise<Outcome | undefined> => {
    const loaded = await session.loaded();
    if (loaded.state !== 'ok') return loaded;
    if (typeof callee !== 'string') return undefined;
    const help = explainMissingExport({ name: callee, kind }, loaded.value, { file: entry, source });
    if (help === undefined) return undefined;
    return { state: 'missing export', help, sentence: help, printed: '', milliseconds: 0 };
  };

  const attempt: Submission['attempt'] = (callee, values = [], options = {}) =>
    invoke('call', callee, values, options);
  const get: Submission['get'] = async (callee) =>
    valueOf(
      await session.ask({ operation: 'get', value: { target: targetOf(callee) }, name: nameOf(callee) }),
    );
  const exportModel: Submission['exportModel'] = async (handle) =>
    valueOf(await session.ask({ operation: 'exportModel', value: { handle }, name: handle.name }));

  await session.loaded();
  return {
    files,
    exports: async () => valueOf(await session.loaded()),
    loaded: session.loaded,
    attempt,
    call: async (callee, values, options) => valueOf(await attempt(callee, values, options)),
    async construct(className, values = [], options = {}) {
      const value = valueOf(await invoke('construct', className, values, options));
      if (value instanceof StudentHandle) return value;
      const message = 'brought a plain value, where an instance is expected';
      const failure = { state: 'error', error: { name: '', message } } as const;
      throw new StudentFailure(
        failure,
        sentenceOf(failure, { name: `new ${className}()`, isLoad: false }),
        '',
      );
    },
    get,
    upload: session.upload,
    async fixture(source) {
      const value = { source: new TextEncoder().encode(source) };
      const exports = valueOf(await session.ask({ operation: 'fixture', value, name: 'the fixture' }));
      return (
        ((typeof exports === 'object' ? exports : null) as Readonly<Record<string, unknown>> | null) ?? {}
      );
    },
    experiment: async (request) =>
      valueOf(await session.ask({ operation: 'experiment', value: request, name: nameOfRun(request) })),
    async tensorCount() {
      const value = valueOf(await session.ask({ operation: 'memory', value: undefined, name: entry }));
      return Number((value as { tensors?: unknown } | null)?.tensors);
    },
    exportModel,
    async close() {
      await session.close();
      if (options.pool === undefined) await pool.close();
    },
  };
}

function targetOf(callee: Callee): Target {
  return typeof callee === 'string' ? { export: callee } : callee;
}

function nameOf(callee: Callee): string {
  if (typeof callee === 'string') return callee;
  const base = 'handle' in callee ? callee.handle.name : callee.export;
  return callee.member === undefined ? base : `${base}.${callee.member}`;
}

function nameOfRun({ file, overrides }: ExperimentOrder): string {
  const changes = overrides.filter((override) => typeof override !== 'string');
  return [file, ...changes.map((change) => `with ${change.path.join('.')} of ${change.file}`)].join(' ');
}

function readCallAnswer(answer: unknown): CallAnswer {
  const { value, isAsync, arguments: values } = (answer ?? {}) as Record<string, unknown>;
  return {
    value,
    isAsync: isAsync === true,
    ...(Array.isArray(values) ? { arguments: values } : {}),
  };
}
