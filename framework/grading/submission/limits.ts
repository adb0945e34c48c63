/** What a submission may use. Beyond it its process is killed. */
export interface SubmissionLimits {
  /** Wall-clock time to compile and run the files. */
  readonly loadMilliseconds: number;
  /** Wall-clock time of one call, callbacks included. A call may have its own. */
  readonly callMilliseconds: number;
  /** JavaScript heap, and with an allowance for Node and TensorFlow.js the process's memory. */
  readonly memoryMegabytes: number;
  /**
   * Processor time of one process in all its calls, where the level of isolation can limit it: against threads that
   * compute while nothing is asked. Well above what honest calls add up to, which have limits of their own.
   */
  readonly processorSeconds: number;
  /** What the submission may print in all. */
  readonly printedBytes: number;
  /** How often it may call the functions that it is given, in one call. */
  readonly callbackCalls: number;
}

/** Limits for an exercise that names no others: room for honest work on a slow laptop. */
export const DEFAULT_LIMITS: SubmissionLimits = {
  loadMilliseconds: 5_000,
  callMilliseconds: 2_000,
  memoryMegabytes: 512,
  processorSeconds: 600,
  printedBytes: 4 * 1024 * 1024,
  callbackCalls: 10_000,
};

/** What Node, TensorFlow.js and its WebAssembly heap take beside the JavaScript heap. */
export const RUNTIME_MEGABYTES = 192;
