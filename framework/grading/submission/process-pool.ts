import { findRuntime, prepareCodeCache, replaceCodeCache } from './code-cache.ts';
import { nodeArguments, unprotected, type Launch } from './launch.ts';
import { DEFAULT_LIMITS, type SubmissionLimits } from './limits.ts';
import type { StartAnswer, StudentBackend } from './protocol.ts';
import { startStudentProcess, type StudentProcess } from './student-process.ts';

/** How student processes are started. */
export interface ProcessOptions {
  /** The level of isolation; by default none: {@link unprotected}. */
  readonly launch?: Launch;
  readonly limits?: Partial<SubmissionLimits>;
  /** The backend of TensorFlow.js, by default `wasm`. */
  readonly backend?: StudentBackend;
  /** How many processes are started before they are needed: 1 answers at once, 0, the default, wastes none. */
  readonly ahead?: number;
}

/** Where submissions get their processes from: each is used once. */
export interface ProcessPool {
  readonly limits: SubmissionLimits;
  /** A process that is ready. @throws Error when it does not start: a fault of ours or of the machine. */
  take(): Promise<StudentProcess>;
  /** Ends the processes that wait. */
  close(): Promise<void>;
}

const START_MILLISECONDS = 30_000;

/** A pool of student processes. */
export function createProcessPool(options: ProcessOptions = {}): ProcessPool {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const runtime = findRuntime(nodeArguments(limits));
  const launch = options.launch ?? unprotected;
  const waiting: Promise<StudentProcess>[] = [];

  const start = async (): Promise<StudentProcess> => {
    prepareCodeCache(runtime);
    const student = startStudentProcess(launch(runtime, limits), limits);
    const reply = await student.request({
      operation: 'start',
      value: { backend: options.backend ?? 'wasm' },
      milliseconds: START_MILLISECONDS,
    });
    if (reply.state !== 'ok') {
      await student.close();
      const said = 'error' in reply ? reply.error.message : student.printed.take();
      throw new Error(`The process for submissions does not start (${reply.state}): ${said}`);
    }
    if ((reply.value as StartAnswer).codeCacheRejected) replaceCodeCache(runtime);
    return student;
  };

  const fill = (): void => {
    while (waiting.length < (options.ahead ?? 0)) {
      const student = start();
      // Whoever takes it meets the failure; until then it is nobody's.
      student.then(
        (process) => {
          if (waiting.includes(student)) process.hold(false);
        },
        () => undefined,
      );
      waiting.push(student);
    }
  };
  fill();

  return {
    limits,
    async take() {
      const student = await (waiting.shift() ?? start());
      student.hold(true);
      fill();
      return student;
    },
    async close() {
      for (const start of await Promise.allSettled(waiting.splice(0))) {
        if (start.status !== 'fulfilled') continue;
        // Whoever waits for its end stays until then.
        start.value.hold(true);
        await start.value.close();
      }
    },
  };
}
