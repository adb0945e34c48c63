import * as tf from '#tensorflow';
import type {
  CallAnswer,
  CallRequest,
  ExperimentRequest,
  ExportDescription,
  FixtureRequest,
  LoadRequest,
  OperationName,
  StartAnswer,
  StartRequest,
  Target,
} from '../protocol.ts';
import { answerExperiment, isExperimentFile } from './answer-experiment.ts';
import type { ArgumentTensors } from './argument-tensors.ts';
import { kindOf, type Handles } from './handles.ts';
import { exportModel, importModel, type ModelData } from './models.ts';
import type { StudentModules } from './modules.ts';
import { startTensorflow } from './start-tensorflow.ts';
import { SubmissionFault } from './submission-fault.ts';

/** What an operation comes to: a value at once, or one that a promise brings. */
export type Result =
  { readonly value: unknown } | { readonly promise: PromiseLike<unknown>; finish(value: unknown): unknown };

/** What the operations work on. */
export interface Session {
  /** The runtime's own folder. */
  readonly folder: string;
  readonly codeCacheRejected: boolean;
  readonly modules: StudentModules;
  readonly handles: Handles;
  readonly argumentTensors: ArgumentTensors;
  /** Called when TensorFlow.js has started. */
  started(): void;
}

/** The operations on decoded requests; `upload`, which keeps the encoded one, is the loop's own. */
export type Operations = Readonly<Record<Exclude<OperationName, 'upload'>, (request: never) => Result>>;

/** The operations of one student process. What they throw becomes the answer. */
export function createOperations(session: Session): Operations {
  const { modules, handles } = session;
  let exports: Record<string, unknown> = {};
  let files: LoadRequest['files'] = {};

  /** What a target is, and the object that it is a member of. */
  const find = ({ export: name, handle, member }: Target): { thing: unknown; owner: unknown } => {
    const base = name === undefined ? handle : exports[name];
    if (member === undefined) return { thing: base, owner: undefined };
    return { thing: (base as Record<string, unknown>)[member], owner: base };
  };

  const invoke = (
    request: CallRequest,
    run: (thing: CallableFunction, owner: unknown) => unknown,
  ): Result => {
    const { thing, owner } = find(request.target);
    if (typeof thing !== 'function') throw new SubmissionFault('is no function');
    const kept = request.returnArguments ? { arguments: request.arguments } : {};
    const answer = (value: unknown, isAsync: boolean): CallAnswer => ({ value, isAsync, ...kept });
    const returned = run(thing, owner);
    if (!isThenable(returned)) return { value: answer(returned, false) };
    if (request.sync) {
      throw new SubmissionFault('returned a promise, where the value itself is expected: is it async?');
    }
    return { promise: returned, finish: (value) => answer(value, true) };
  };

  return {
    start: ({ backend }: StartRequest) => ({
      promise: startTensorflow(backend, session.folder),
      finish: (): StartAnswer => {
        session.started();
        return { codeCacheRejected: session.codeCacheRejected };
      },
    }),
    load: (request: LoadRequest) => {
      // What a submission before has left.
      session.handles.clear();
      tf.disposeVariables();
      files = request.files;
      exports = isExperimentFile(request.entry) ? {} : modules.load(request);
      return { value: Object.keys(exports).map((name) => describeExport(name, exports[name])) };
    },
    call: (request: CallRequest) =>
      invoke(request, (thing, owner) => Reflect.apply(thing, owner, request.arguments)),
    construct: (request: CallRequest) =>
      invoke(request, (thing) => Reflect.construct(thing, request.arguments) as unknown),
    get: ({ target }: { target: Target }) => ({ value: find(target).thing }),
    fixture: ({ source }: FixtureRequest) => ({ value: modules.runFixture(source) }),
    release: ({ handle }: { handle: object }) => {
      handles.release(handle);
      return { value: undefined };
    },
    memory: () => ({ value: { tensors: tf.memory().numTensors - session.argumentTensors.count() } }),
    exportModel: ({ handle }: { handle: object }) => ({ value: exportModel(handle) }),
    importModel: (model: ModelData) => ({ promise: importModel(model), finish: (value) => value }),
    experiment: (request: ExperimentRequest) => ({
      promise: answerExperiment(request, files, session.folder),
      finish: (answer) => answer,
    }),
  };
}

function describeExport(name: string, value: unknown): ExportDescription {
  if (typeof value !== 'function') return { name, kind: 'value' };
  return { name, kind: kindOf(value) === 'class' ? 'class' : 'function' };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  return typeof (value as { then?: unknown }).then === 'function';
}
