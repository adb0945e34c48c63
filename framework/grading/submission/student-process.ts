import { randomInt } from 'node:crypto';
import { createCallbacks } from './callbacks.ts';
import { startChild } from './child.ts';
import { CodecError } from './codec/codec-error.ts';
import { decodeValue } from './codec/decode.ts';
import { encodeValue } from './codec/encode.ts';
import { createFrameReader } from './codec/frame-reader.ts';
import { encodeFrame, type Frame, type Json } from './codec/frame.ts';
import { CODEC_LIMITS } from './codec/limits.ts';
import type { TensorValue } from './codec/tensor-value.ts';
import type { ReferenceTag } from './codec/value.ts';
import type { LaunchPlan } from './launch.ts';
import { limitTime } from './limit-time.ts';
import { RUNTIME_MEGABYTES, type SubmissionLimits } from './limits.ts';
import { watchMemory } from './memory-watchdog.ts';
import type { Ending } from './outcome.ts';
import { guardAgainstOrphan } from './orphan-guard.ts';
import { collectPrinted, type PrintedText } from './printed-text.ts';
import type { OperationName, ReportedError } from './protocol.ts';
import { readReportedError } from './reported-error.ts';

/** What a student process replied, or how it ended instead. */
export type Reply =
  | { readonly state: 'ok'; readonly value: unknown }
  | { readonly state: 'error'; readonly error: ReportedError }
  | { readonly state: 'never settles' }
  | Ending;

/** One request. */
export interface Request {
  readonly operation: OperationName;
  readonly value: unknown;
  /** Further fields of the head. */
  readonly fields?: Readonly<Record<string, Json>>;
  /** Wall-clock limit; at its end the process is killed. */
  readonly milliseconds: number;
  /** What stands for an object that is no data; functions become callbacks without being asked for. */
  refer?(value: object): TensorValue | ReferenceTag | undefined;
  /** What a handle in the reply becomes. */
  handle?(fields: Readonly<Record<string, unknown>>): unknown;
}

/** One process that runs one submission, and is killed then. */
export interface StudentProcess {
  readonly pid: number;
  /** Why it is gone; undefined while it lives. */
  readonly ending: Ending | undefined;
  readonly printed: PrintedText;
  /**
   * Asks and waits. One request at a time.
   * @throws Error when the request itself cannot be encoded: a mistake of the tests, not of the submission.
   */
  request(request: Request): Promise<Reply>;
  /** Lets this program end although the process lives (or, with `true`, no longer). */
  hold(isHeld: boolean): void;
  /** Kills it and waits until it is gone. */
  close(): Promise<void>;
}

/** The request that is open. */
interface Pending {
  readonly id: number;
  readonly request: Request;
  readonly finish: (reply: Reply) => void;
  /** The tests made a mistake: the request fails with it instead of blaming the submission. */
  readonly reject: (mistake: unknown) => void;
  /** The student process waits for a callback: nothing may come from it. */
  isCallingBack: boolean;
}

const ABORT_EXIT_CODE = 134;
/** V8 without memory aborts, or stops at an instruction of its own. */
const V8_MEMORY_SIGNALS = ['SIGABRT', 'SIGTRAP'];

/**
 * Starts a student process. The host believes nothing that comes from it: an answer needs the random id of the
 * one request that is open, and any other byte on the pipe ends the process.
 */
export function startStudentProcess(plan: LaunchPlan, limits: SubmissionLimits): StudentProcess {
  const reader = createFrameReader(CODEC_LIMITS);
  const callbacks = createCallbacks();
  let pending: Pending | undefined;

  const memorySignals = new Set<string | null>([...V8_MEMORY_SIGNALS, ...(plan.memorySignals ?? [])]);
  const child = startChild(plan, (code, signal) => {
    if (memorySignals.has(signal) || code === ABORT_EXIT_CODE) {
      return { state: 'out of memory', megabytes: limits.memoryMegabytes };
    }
    if (signal === 'SIGXCPU') {
      const spent = `more than ${limits.processorSeconds} s of processor time in all`;
      return { state: 'exited', code: null, signal: spent };
    }
    if (signal !== null || reader.isBetweenFrames) return { state: 'exited', code, signal };
    return { state: 'protocol violation', reason: 'sent half a frame' };
  });
  void child.gone.then((ending) => pending?.finish(ending));

  const printed = collectPrinted(child.stderr, limits.printedBytes, () => {
    child.end({ state: 'printed too much', bytes: limits.printedBytes });
  });

  const send = (head: Readonly<Record<string, Json>>, blobs: readonly Uint8Array[]): void => {
    child.stdin.cork();
    for (const piece of encodeFrame(head, blobs, CODEC_LIMITS)) child.stdin.write(piece);
    child.stdin.uncork();
  };

  const encode = (value: unknown, request: Request, blobs: Uint8Array[]): Json =>
    encodeValue(value, blobs, {
      limits: CODEC_LIMITS,
      refer: (thing) => request.refer?.(thing) ?? callbacks.refer(thing),
    });

  const decode = ({ head, blobs }: Frame, { handle }: Request): unknown =>
    decodeValue(head.value, blobs, {
      limits: CODEC_LIMITS,
      ...(handle === undefined ? {} : { references: { handle } }),
    });

  const callBack = async (asked: Pending, number: unknown, values: readonly unknown[]): Promise<void> => {
    asked.isCallingBack = true;
    const { op, value } = await callbacks.call(number, values);
    if (child.ending !== undefined) return;
    asked.isCallingBack = false;
    const blobs: Uint8Array[] = [];
    try {
      const node = encode(value, asked.request, blobs);
      send({ id: asked.id, op, value: node }, blobs);
    } catch (mistake) {
      asked.reject(mistake);
      child.end({ state: 'exited', code: null, signal: 'ended by a mistake of the tests' });
    }
  };

  const finish = (asked: Pending, printedBytes: unknown, reply: Reply): void => {
    pending = undefined;
    void printed.reached(typeof printedBytes === 'number' ? printedBytes : 0).then(() => {
      asked.finish(reply);
    });
  };

  const take = (frame: Frame): void => {
    const { head } = frame;
    if (pending === undefined || head.id !== pending.id || pending.isCallingBack) {
      throw new CodecError('answered what nobody asked');
    }
    switch (head.state) {
      case 'ok':
        finish(pending, head.printed, { state: 'ok', value: decode(frame, pending.request) });
        return;
      case 'error': {
        const error = readReportedError(head.error);
        // Whether V8 throws or ends the process when memory is short is a matter of chance.
        if (isAllocationFailure(error))
          child.end({ state: 'out of memory', megabytes: limits.memoryMegabytes });
        else finish(pending, head.printed, { state: 'error', error });
        return;
      }
      case 'never settles':
        finish(pending, head.printed, { state: 'never settles' });
        return;
      case 'callback': {
        const values = decode(frame, pending.request);
        if (!Array.isArray(values)) throw new CodecError('called back without arguments');
        if (callbacks.callsOfRequest < limits.callbackCalls) void callBack(pending, head.callback, values);
        else child.end({ state: 'called back too often', calls: limits.callbackCalls });
        return;
      }
    }
    throw new CodecError('answered in an unknown state');
  };

  child.stdout.on('data', (piece: Buffer) => {
    if (child.ending !== undefined) return;
    try {
      for (const frame of reader.push(piece)) take(frame);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      child.end({ state: 'protocol violation', reason: error.message });
    }
  });

  return {
    pid: child.pid,
    printed,
    get ending() {
      return child.ending;
    },
    async request(request) {
      if (child.ending !== undefined) return child.gone;
      if (pending !== undefined) throw new Error('the student process is still answering');
      const id = randomInt(2 ** 47);
      const blobs: Uint8Array[] = [];
      const node = encode(request.value, request, blobs);
      callbacks.beginRequest();
      const release = [
        limitTime(request.milliseconds, () => {
          child.end({ state: 'timeout', limitMilliseconds: request.milliseconds });
        }),
        watchMemory(child.pid, limits.memoryMegabytes + RUNTIME_MEGABYTES, () => {
          child.end({ state: 'out of memory', megabytes: limits.memoryMegabytes });
        }),
        guardAgainstOrphan(child.pid),
      ];
      try {
        return await new Promise<Reply>((finish, reject) => {
          pending = { id, request, finish, reject, isCallingBack: false };
          send({ ...request.fields, id, op: request.operation, value: node }, blobs);
        });
      } finally {
        pending = undefined;
        for (const stop of release) stop();
      }
    },
    hold: child.hold,
    async close() {
      child.end({ state: 'exited', code: null, signal: 'closed by the tests' });
      await child.gone;
    },
  };
}

function isAllocationFailure({ name, message }: ReportedError): boolean {
  return (
    name === 'RangeError' &&
    /^(Array buffer|WebAssembly\.Memory\S*).*\b(allocation failed|could not allocate)/i.test(message)
  );
}
