import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import type { Socket } from 'node:net';
import { createCallbacks } from './callbacks.ts';
import { CodecError } from './codec/codec-error.ts';
import { decodeValue } from './codec/decode.ts';
import { encodeValue } from './codec/encode.ts';
import { createFrameReader } from './codec/frame-reader.ts';
import { encodeFrame, type Frame, type Json } from './codec/frame.ts';
import { CODEC_LIMITS } from './codec/limits.ts';
import type { TensorValue } from './codec/tensor-value.ts';
import type { ReferenceTag } from './codec/value.ts';
import { adoptProcess, dropProcess, killTree } from './kill-tree.ts';
import type { LaunchPlan } from './launch.ts';
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

interface Pending {
  readonly id: number;
  readonly request: Request;
  readonly finish: (reply: Reply) => void;
  /** The tests made a mistake: the request fails with it instead of blaming the submission. */
  readonly reject: (mistake: unknown) => void;
}

/** How long a process that has ended may take to hand over what it last wrote. */
const LAST_WORDS_MILLISECONDS = 200;
const ABORT_EXIT_CODE = 134;

/**
 * Starts a student process. The host believes nothing that comes from it: an answer needs the random id of the
 * one request that is open, and any other byte on the pipe ends the process.
 */
export function startStudentProcess(plan: LaunchPlan, limits: SubmissionLimits): StudentProcess {
  const child = spawn(plan.command, plan.arguments, {
    cwd: plan.workingFolder,
    env: plan.environment,
    stdio: ['pipe', 'pipe', 'pipe', ...(plan.moreDescriptors ?? [])],
    // A group of its own, so that one signal ends all that it starts.
    detached: process.platform !== 'win32',
    windowsHide: true,
  }) as ChildProcess & { stdin: Socket; stdout: Socket; stderr: Socket };
  // Without a pid the process did not start, and `error` follows.
  const pid = child.pid ?? 0;
  if (pid > 0) adoptProcess(pid);

  let ending: Ending | undefined;
  let pending: Pending | undefined;
  const reader = createFrameReader(CODEC_LIMITS);
  const callbacks = createCallbacks();

  const end = (reason: Ending): void => {
    if (ending !== undefined) return;
    ending = reason;
    if (pid > 0) killTree(pid);
  };

  const gone = new Promise<void>((resolve) => {
    const finish = () => {
      if (pid > 0) dropProcess(pid);
      resolve();
      pending?.finish(ending!);
    };
    child.on('error', ({ message }) => {
      end({ state: 'exited', code: null, signal: message });
      if (pid === 0) finish();
    });
    child.on('exit', (code, signal) => {
      const sayFarewell = () => {
        end(reasonOf(code, signal));
        finish();
      };
      // Usually its pipes end at once; but a process that it left behind could keep them open.
      if (pid > 0) killTree(pid);
      const timer = setTimeout(sayFarewell, LAST_WORDS_MILLISECONDS);
      child.once('close', () => {
        clearTimeout(timer);
        sayFarewell();
      });
    });
  });

  /** Why it ended, when the host had no reason to end it. */
  const reasonOf = (code: number | null, signal: string | null): Ending => {
    if (signal === 'SIGABRT' || code === ABORT_EXIT_CODE) {
      return { state: 'out of memory', megabytes: limits.memoryMegabytes };
    }
    // It left of its own will in the middle of a frame: that was none.
    if (signal === null && !reader.isBetweenFrames)
      return { state: 'protocol violation', reason: 'sent half a frame' };
    return { state: 'exited', code, signal };
  };

  const printed = collectPrinted(child.stderr, limits.printedBytes, () => {
    end({ state: 'printed too much', bytes: limits.printedBytes });
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

  const answerCallback = async (asked: Pending, { head, blobs }: Frame): Promise<void> => {
    const { id, request } = asked;
    const decoded = decode(head.value, blobs, request);
    if (!Array.isArray(decoded)) throw new CodecError('called back without arguments');
    if (callbacks.callsOfRequest >= limits.callbackCalls) {
      end({ state: 'called back too often', calls: limits.callbackCalls });
      return;
    }
    const answer = await callbacks.call(head.callback, decoded);
    if (ending !== undefined) return;
    const answerBlobs: Uint8Array[] = [];
    try {
      const node = encode(answer.value, request, answerBlobs);
      send({ id, op: answer.op, value: node }, answerBlobs);
    } catch (mistake) {
      asked.reject(mistake);
      end({ state: 'exited', code: null, signal: 'ended by a mistake of the tests' });
    }
  };

  const take = (frame: Frame): void => {
    const { head, blobs } = frame;
    if (pending === undefined || head.id !== pending.id) throw new CodecError('answered what nobody asked');
    const { request } = pending;
    switch (head.state) {
      case 'callback':
        void answerCallback(pending, frame).catch(fail);
        return;
      case 'ok':
        finishWhenPrinted(head.printed, pending, { state: 'ok', value: decode(head.value, blobs, request) });
        return;
      case 'error':
        finishWhenPrinted(head.printed, pending, { state: 'error', error: readReportedError(head.error) });
        return;
      case 'never settles':
        finishWhenPrinted(head.printed, pending, { state: 'never settles' });
        return;
    }
    throw new CodecError('answered in an unknown state');
  };

  const finishWhenPrinted = (bytes: unknown, { finish }: Pending, reply: Reply): void => {
    pending = undefined;
    void printed.reached(typeof bytes === 'number' ? bytes : 0).then(() => {
      finish(reply);
    });
  };

  const fail = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    end({ state: 'protocol violation', reason });
  };

  child.stdout.on('data', (piece: Buffer) => {
    if (ending !== undefined) return;
    try {
      for (const frame of reader.push(piece)) take(frame);
    } catch (error) {
      fail(error);
    }
  });
  // The process has ended, which its own event tells.
  child.stdin.on('error', () => undefined);

  return {
    pid,
    printed,
    get ending() {
      return ending;
    },
    async request(request) {
      if (ending !== undefined) {
        await gone;
        return ending;
      }
      if (pending !== undefined) throw new Error('the student process is still answering');
      const id = randomInt(2 ** 47);
      const blobs: Uint8Array[] = [];
      const node = encode(request.value, request, blobs);
      callbacks.beginRequest();
      const release = [
        after(request.milliseconds, () => {
          end({ state: 'timeout', limitMilliseconds: request.milliseconds });
        }),
        watchMemory(pid, limits.memoryMegabytes + RUNTIME_MEGABYTES, () => {
          end({ state: 'out of memory', megabytes: limits.memoryMegabytes });
        }),
        guardAgainstOrphan(pid),
      ];
      try {
        return await new Promise<Reply>((finish, reject) => {
          pending = { id, request, finish, reject };
          send({ ...request.fields, id, op: request.operation, value: node }, blobs);
        });
      } finally {
        pending = undefined;
        for (const stop of release) stop();
      }
    },
    hold(isHeld) {
      for (const part of [child, child.stdin, child.stdout, child.stderr]) {
        if (isHeld) part.ref();
        else part.unref();
      }
    },
    async close() {
      end({ state: 'exited', code: null, signal: 'closed by the tests' });
      await gone;
    },
  };

  function decode(node: unknown, blobs: readonly Uint8Array[], request: Request): unknown {
    const { handle } = request;
    const references = handle === undefined ? {} : { references: { handle } };
    return decodeValue(node, blobs, { limits: CODEC_LIMITS, ...references });
  }
}

/** Does something later, unless it is called off. */
function after(milliseconds: number, action: () => void): () => void {
  let immediate: NodeJS.Immediate | undefined;
  const timer = setTimeout(() => {
    // When this program itself was busy the answer may lie in the pipe already: that is read first.
    immediate = setImmediate(action);
  }, milliseconds);
  return () => {
    clearTimeout(timer);
    clearImmediate(immediate);
  };
}
