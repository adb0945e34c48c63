import type { ProcessPool } from '../submission/process-pool.ts';
import type { StudentProcess } from '../submission/student-process.ts';

/**
 * A pool whose processes are killed when a signal says so; then it has no more. What grades with it comes to a quick end,
 * and its result means nothing. The pool behind it stays.
 */
export function stoppablePool(pool: ProcessPool, signal: AbortSignal): ProcessPool {
  const taken: StudentProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(taken.map((student) => student.close()));
  };
  signal.addEventListener('abort', () => void stop(), { once: true });
  return {
    limits: pool.limits,
    async take() {
      signal.throwIfAborted();
      const student = await pool.take();
      taken.push(student);
      if (signal.aborted) await stop();
      signal.throwIfAborted();
      return student;
    },
    close: stop,
  };
}
