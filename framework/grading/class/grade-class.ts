import type { ExerciseResult } from '../result/result.ts';
import type { ResultStore } from '../store/result-store.ts';
import type { GradeJob, WorkerSetup } from './job.ts';
import { startWorker, WorkerFault, type WorkerProcess } from './worker-process.ts';
import type { PlannedJob } from './plan.ts';

/** What grading a class takes. */
export interface ClassOptions {
  /** What is to be graded; asked for as processes become free, so that memory does not grow with the class. */
  readonly jobs: AsyncIterable<PlannedJob>;
  /** How many submissions are graded at once. */
  readonly parallel: number;
  readonly setup: WorkerSetup;
  /** The file of the grading process. */
  readonly workerScript: string;
  readonly store: ResultStore;
  /** Told of every result, also of those that were there already. */
  readonly onResult: (result: ExerciseResult, wasThere: boolean) => void;
  /** Ends grading; what is done is kept. */
  readonly signal?: AbortSignal;
}

/** A submission that ends a grading process gets a second chance in a fresh one. */
const ATTEMPTS = 2;
/** What needs attention may have been a fault of the machine, and what was refused costs nothing to look at again. */
const FINAL_STATES: readonly ExerciseResult['state'][] = ['graded', 'not started'];

/**
 * Grades a class. Results are stored as they come, so that a killed command goes on where it stopped; a result that is there is not
 * made again, unless it needs attention or was refused. Whatever a submission does, the others are graded, and it gets a result.
 * @throws WorkerFault when no grading process can be started at all
 */
export async function gradeClass(options: ClassOptions): Promise<void> {
  const jobs = options.jobs[Symbol.asyncIterator]();
  // One asks at a time: a generator must not be asked again before it has answered.
  let turn: Promise<unknown> = Promise.resolve();
  const next = (): Promise<IteratorResult<PlannedJob, unknown>> => {
    const asked = turn.then(() => jobs.next());
    turn = asked.catch(() => undefined);
    return asked;
  };
  const lane = async (): Promise<void> => {
    let worker: WorkerProcess | undefined;
    const stop = () => worker?.end();
    options.signal?.addEventListener('abort', stop);
    try {
      while (options.signal?.aborted !== true) {
        const planned = await next();
        if (planned.done === true) return;
        const { job, identity } = planned.value;
        const known = await options.store.find(identity);
        if (known !== undefined && FINAL_STATES.includes(known.state)) {
          options.onResult(known, true);
          continue;
        }
        const graded = await gradeJob(job, worker, options);
        worker = graded.worker;
        await options.store.write(identity, graded.result);
        options.onResult(graded.result, false);
      }
    } catch (error) {
      if (options.signal?.aborted !== true) throw error;
    } finally {
      options.signal?.removeEventListener('abort', stop);
      worker?.end();
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, lane));
}

async function gradeJob(
  job: GradeJob,
  present: WorkerProcess | undefined,
  { setup, workerScript, signal }: ClassOptions,
): Promise<{ readonly result: ExerciseResult; readonly worker: WorkerProcess }> {
  let worker = present;
  let fault: WorkerFault | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    worker ??= await startWorker(workerScript, setup);
    try {
      return { result: await worker.grade(job), worker };
    } catch (error) {
      if (!(error instanceof WorkerFault) || signal?.aborted === true) throw error;
      fault = error;
      worker = undefined;
    }
  }
  const fresh = await startWorker(workerScript, setup);
  const reason = `Grading failed ${ATTEMPTS} times: ${fault!.message}`;
  const result = await fresh.grade({ ...job, ungraded: { state: 'needs attention', reason } });
  return { result, worker: fresh };
}
