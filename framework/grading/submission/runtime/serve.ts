import process from 'node:process';
import { decodeValue, type DecodeOptions } from '../codec/decode.ts';
import { encodeValue } from '../codec/encode.ts';
import type { Frame, Json } from '../codec/frame.ts';
import { CODEC_LIMITS as limits } from '../codec/limits.ts';
import type { AnswerState } from '../protocol.ts';
import { createArgumentTensors } from './argument-tensors.ts';
import { replaceGlobals, type PrintCounter } from './globals.ts';
import { createHandles } from './handles.ts';
import { createModules } from './modules.ts';
import { createOperations, type Operations, type Result } from './operations.ts';
import { openPipe, writeFully } from './pipe.ts';
import { asFault, reportError } from './report-error.ts';
import { showOnlyStudentFrames } from './stack-trace.ts';
import { isTensor, toTensorValue } from './tensors.ts';
import { createUploads } from './uploads.ts';

/**
 * The student process: answers requests until the pipe is closed. It reads synchronously, so between two requests
 * nothing of the student's runs; only while a promise is awaited does the event loop turn.
 */
export function serve(options: { readonly folder: string; readonly codeCacheRejected: boolean }): void {
  const pipe = openPipe();
  let printed: PrintCounter = { bytes: 0 };
  const handles = createHandles();
  const modules = createModules();
  const argumentTensors = createArgumentTensors();
  const operations = createOperations({
    ...options,
    modules,
    handles,
    argumentTensors,
    started: () => {
      closeDoors();
    },
  });
  /** The request that is being answered. */
  let current: number | undefined;

  const send = (
    state: AnswerState,
    content: Readonly<Record<string, Json>>,
    blobs: Uint8Array[] = [],
  ): void => {
    pipe.write({ id: current!, state, printed: printed.bytes, ...content }, blobs);
  };

  const encode = (value: unknown, blobs: Uint8Array[]): Json =>
    encodeValue(value, blobs, {
      limits,
      refer: (thing) => (isTensor(thing) ? toTensorValue(thing) : handles.refer(thing)),
    });

  /** A function of the grader's: calling it asks the grader and waits. */
  const callback =
    (number: unknown) =>
    (...values: unknown[]): unknown => {
      if (current === undefined) throw new Error('called when no test was waiting');
      const blobs: Uint8Array[] = [];
      let node: Json;
      try {
        node = encode(values, blobs);
      } catch (error) {
        throw asFault(error, 'passed');
      }
      send('callback', { callback: number as number, value: node }, blobs);
      const reply = pipe.read() ?? process.exit();
      const value = decodeValue(reply.head.value, reply.blobs, decoding);
      if (reply.head.op === 'throw') throw new Error(String(value));
      return value;
    };

  const decoding: DecodeOptions = {
    limits,
    recordPrototype: Object.prototype,
    tensor: argumentTensors.make,
    references: {
      handle: (fields) => handles.get(fields.handle),
      callback: (fields) => callback(fields.callback),
      upload: (fields) => uploads.get(fields.name),
    },
  };
  const uploads = createUploads(decoding);

  const fail = (error: unknown): void => {
    send('error', { error: { ...reportError(error) } });
    current = undefined;
  };
  const succeed = (value: unknown): void => {
    const blobs: Uint8Array[] = [];
    try {
      send('ok', { value: encode(value, blobs) }, blobs);
      current = undefined;
    } catch (error) {
      fail(asFault(error, 'returned'));
    }
  };

  const perform = ({ head, blobs }: Frame): Result => {
    if (head.op === 'upload') {
      uploads.add(String(head.name), head.value, blobs);
      return { value: undefined };
    }
    return operations[head.op as keyof Operations](decodeValue(head.value, blobs, decoding) as never);
  };

  /** Done once TensorFlow.js has started, which needs the true globals and installs handlers of its own. */
  const closeDoors = (): void => {
    process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => {
      if (current === undefined) return;
      fail(error);
      setImmediate(answerRequests);
    });
    // A rejection that nobody awaits has no effect on the answer.
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', () => undefined);
    showOnlyStudentFrames(modules.locate);
    printed = replaceGlobals();
  };

  /** Answers requests until one has to be awaited; then the event loop turns, and whoever ends it goes on here. */
  const answerRequests = (): void => {
    try {
      answerWhatNeedsNoWaiting();
    } catch (error) {
      // The pipe itself failed: nobody is left to be answered.
      writeFully(2, new TextEncoder().encode(`the pipe to the tests broke: ${String(error)}\n`));
      process.exit(1);
    }
  };

  const answerWhatNeedsNoWaiting = (): void => {
    for (;;) {
      const frame = pipe.read();
      if (frame === undefined) process.exit();
      const id = (current = frame.head.id as number);
      argumentTensors.trim();
      let result: Result;
      try {
        result = perform(frame);
      } catch (error) {
        fail(error);
        continue;
      }
      if ('value' in result) {
        succeed(result.value);
        continue;
      }
      const { promise, finish } = result;
      // An answer may have been given for it, when it turned out never to settle.
      const settle = (answer: () => void) => {
        if (current !== id) return;
        answer();
        answerRequests();
      };
      try {
        promise.then(
          (value) => {
            settle(() => {
              succeed(finish(value));
            });
          },
          (error: unknown) => {
            settle(() => {
              fail(error);
            });
          },
        );
      } catch (error) {
        fail(error);
        continue;
      }
      return;
    }
  };

  // Nothing is left that could settle the promise. Through the event loop, since Node asks once per turn.
  process.on('beforeExit', () => {
    if (current === undefined) return;
    send('never settles', {});
    current = undefined;
    setImmediate(answerRequests);
  });
  answerRequests();
}
