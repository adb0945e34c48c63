import type { ProcessPool } from '../submission/process-pool.ts';
import type { StudentProcess } from '../submission/student-process.ts';

/** A pool that hands out one process again and again. */
export interface ReusingPool extends ProcessPool {
  /** Has the next submission run in a process of its own. */
  renew(): Promise<void>;
}

/**
 * A pool whose process serves one submission after the other while it is well: for answers of ours, which are many. Starting a
 * process takes longer than most checks, and one that has trained before trains faster. What a submission leaves behind in
 * globals stays for the next, so that whoever uses it has to prove that nothing was left. The pool behind it stays open.
 */
export function reusingPool(pool: ProcessPool): ReusingPool {
  let idle: StudentProcess | undefined;

  const lend = (student: StudentProcess): StudentProcess => {
    let open = 0;
    let isBack = false;
    return {
      pid: student.pid,
      printed: student.printed,
      get ending() {
        return student.ending;
      },
      async request(request) {
        open++;
        try {
          return await student.request(request);
        } finally {
          open--;
        }
      },
      hold: (isHeld) => {
        student.hold(isHeld);
      },
      async close() {
        if (isBack) return;
        isBack = true;
        if (open === 0 && student.ending === undefined && idle === undefined) idle = student;
        else await student.close();
      },
    };
  };

  const renew = async (): Promise<void> => {
    const student = idle;
    idle = undefined;
    await student?.close();
  };

  return {
    limits: pool.limits,
    async take() {
      const student = idle !== undefined && idle.ending === undefined ? idle : await pool.take();
      idle = undefined;
      student.printed.take();
      return lend(student);
    },
    renew,
    close: renew,
  };
}
