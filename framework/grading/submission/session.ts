import { cleanText } from './clean-text.ts';
import { isWithinCallback } from './callbacks.ts';
import { CodecError } from './codec/codec-error.ts';
import type { TensorValue } from './codec/tensor-value.ts';
import type { ReferenceTag } from './codec/value.ts';
import { HandleGone, StudentHandle, type HandleOwner } from './handle.ts';
import { valueOf, type Outcome } from './outcome.ts';
import type { ProcessPool } from './process-pool.ts';
import { HANDLE_KINDS, type ExportDescription, type OperationName } from './protocol.ts';
import { readExports } from './read-exports.ts';
import { sentenceOf } from './sentence.ts';
import type { StudentProcess } from './student-process.ts';
import { fromTensorflow } from './tensorflow-argument.ts';

/** Data that were sent once, as an argument of calls. */
export class Uploaded {
  /** The name under which the student process knows them. */
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** One question to the student process. */
export interface Question {
  readonly operation: OperationName;
  readonly value: unknown;
  /** What it is about, for sentences: the name of the function. */
  readonly name: string;
  readonly milliseconds?: number;
}

/** Told of a question and what came of it. */
export type Observer = (question: Question, outcome: Outcome) => void;

/** A submission and the processes, one after the other, that run it. */
export interface Session {
  loaded(): Promise<Outcome<readonly ExportDescription[]>>;
  /** Asks the present process, or a fresh one when the last is gone. Questions wait for one another. */
  ask(question: Question): Promise<Outcome>;
  upload(name: string, value: unknown): Promise<Uploaded>;
  close(): Promise<void>;
}

type Loaded = Outcome<readonly ExportDescription[]>;
const LONGEST_NAME = 60;
const CLOSED = 'the submission is closed';
const NOTHING_LOADED: Loaded = { state: 'ok', value: [], isAsync: false, printed: '', milliseconds: 0 };

/** Opens a session; its first process starts with the first question. */
export function createSession(options: {
  readonly pool: ProcessPool;
  /** Without files the process holds nothing of the student's: for rebuilding a model. */
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  readonly owner: HandleOwner;
  /** The limit of a question that names none; by default the one of the pool. */
  readonly callMilliseconds?: () => number;
  readonly observe?: Observer;
}): Session {
  const { pool, entry } = options;
  const { limits } = pool;
  const { callMilliseconds = () => limits.callMilliseconds } = options;
  const files = Object.fromEntries(
    Object.entries(options.files).map(([path, source]) => [path, new TextEncoder().encode(source)]),
  );
  const uploads = new Map<string, unknown>();
  /** The process to which each handle belongs. */
  const homes = new WeakMap<StudentHandle, StudentProcess>();
  let student: StudentProcess | undefined;
  let loaded: Loaded | undefined;
  /** The process whose end an outcome has told; one that ends between two questions still has to be told of. */
  let mourned: StudentProcess | undefined;
  let isClosed = false;
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    if (isWithinCallback()) throw new Error('a callback cannot ask the student process, which waits for it');
    if (isClosed) throw new Error(CLOSED);
    const result = queue.then(act);
    queue = result.catch(() => undefined);
    return result;
  };

  const refer = (thing: object): TensorValue | ReferenceTag | undefined => {
    if (thing instanceof Uploaded) return { $: 'upload', name: thing.name };
    if (thing instanceof StudentHandle) {
      if (homes.get(thing) !== student) throw new HandleGone(thing.name);
      return { $: 'handle', handle: thing.number };
    }
    return fromTensorflow(thing);
  };

  const send = async (
    process: StudentProcess,
    question: Question,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> => {
    const isLoad = question.operation === 'load';
    const isTraining = question.operation === 'experiment';
    const began = performance.now();
    const reply = await process
      .request({
        operation: question.operation,
        value: question.value,
        fields,
        milliseconds: question.milliseconds ?? (isLoad ? limits.loadMilliseconds : callMilliseconds()),
        refer,
        handle: (tag) => readHandle(tag, process),
      })
      .catch((error: unknown) => {
        if (error instanceof HandleGone) return { state: 'gone', name: error.message } as const;
        // A mistake of the tests. If it ended the process, there is nothing to tell about that.
        if (process.ending !== undefined) mourned = process;
        throw error instanceof CodecError ? new Error(`the tests passed ${error.message}`) : error;
      });
    const milliseconds = performance.now() - began;
    const printed = process.printed.take();
    if (process.ending !== undefined && reply === process.ending) mourned = process;
    if (reply.state === 'ok')
      return { state: 'ok', value: reply.value, isAsync: false, printed, milliseconds };
    return {
      ...reply,
      sentence: sentenceOf(reply, { name: question.name, isLoad, isTraining }),
      printed,
      milliseconds,
    };
  };

  const readHandle = (tag: Readonly<Record<string, unknown>>, process: StudentProcess): StudentHandle => {
    const kind = HANDLE_KINDS.find((known) => known === tag.kind);
    if (kind === undefined || !Number.isSafeInteger(tag.handle) || typeof tag.name !== 'string') {
      throw new CodecError('sent a handle that is none');
    }
    const handle = new StudentHandle(
      options.owner,
      tag.handle as number,
      kind,
      cleanText(tag.name, LONGEST_NAME) || kind,
    );
    homes.set(handle, process);
    return handle;
  };

  const load = async (process: StudentProcess): Promise<Loaded> =>
    readExports(await send(process, { operation: 'load', value: { files, entry }, name: entry }));

  /** A process with the files loaded and the data uploaded, or the outcome that says why there is none. */
  const ready = async (): Promise<StudentProcess | Exclude<Loaded, { state: 'ok' }>> => {
    if (loaded !== undefined && loaded.state !== 'ok') return loaded;
    if (student?.ending === undefined && student !== undefined) return student;
    student = await pool.take();
    if (isClosed) {
      await student.close();
      throw new Error(CLOSED);
    }
    const outcome = Object.keys(files).length === 0 ? NOTHING_LOADED : await load(student);
    loaded ??= outcome;
    if (outcome.state !== 'ok') {
      mourned = student;
      await student.close();
      return outcome;
    }
    for (const [name, value] of uploads) {
      const sent = await send(student, { operation: 'upload', value, name }, { name });
      if (sent.state !== 'ok') return sent;
    }
    return student;
  };

  const ask = async (question: Question): Promise<Outcome> => {
    const late = student?.ending;
    if (late !== undefined && mourned !== student) {
      mourned = student;
      const printed = student!.printed.take();
      return {
        ...late,
        sentence: sentenceOf(late, { name: entry, isLoad: false }),
        printed,
        milliseconds: 0,
      };
    }
    const process = await ready();
    if (!('pid' in process)) return process;
    return send(process, question);
  };

  return {
    loaded: () =>
      inTurn(async () => {
        if (loaded === undefined) await ready();
        return loaded!;
      }),
    ask: (question) =>
      inTurn(async () => {
        const outcome = await ask(question);
        options.observe?.(question, outcome);
        return outcome;
      }),
    upload: (name, value) =>
      inTurn(async () => {
        const process = await ready();
        uploads.set(name, value);
        // One that could not be loaded says so at the next call.
        if ('pid' in process) valueOf(await send(process, { operation: 'upload', value, name }, { name }));
        return new Uploaded(name);
      }),
    async close() {
      isClosed = true;
      // Kills a call that is still running, too.
      await student?.close();
    },
  };
}
