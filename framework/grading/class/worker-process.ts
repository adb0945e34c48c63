import { fork } from 'node:child_process';
import type { ExerciseResult } from '../result/result.ts';
import type { FromWorker, GradeJob, ToWorker, WorkerSetup } from './job.ts';

/** A grading process as the command sees it. */
export interface WorkerProcess {
  /** Grades one submission; one at a time. @throws WorkerFault when the process fails or hangs; it is gone then */
  grade(job: GradeJob): Promise<ExerciseResult>;
  end(): void;
}

/** A grading process failed in an unforeseen way: never the fault of a submission, as far as anybody knows. */
export class WorkerFault extends Error {
  override readonly name = 'WorkerFault';
}

const START_MILLISECONDS = 60_000;
/** Honest time is multiplied by this before a process counts as hanging: the machine may be busy. */
const PATIENCE = 3;

/** Starts a grading process. @param script `dist/grade-worker.js` @throws WorkerFault when it does not start */
export async function startWorker(script: string, setup: WorkerSetup): Promise<WorkerProcess> {
  const child = fork(script, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => {
    said = (said + piece.toString()).slice(-2000);
  });
  let settle: ((outcome: FromWorker | WorkerFault) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  const finish = (outcome: FromWorker | WorkerFault) => {
    clearTimeout(timer);
    const waiting = settle;
    settle = undefined;
    waiting?.(outcome);
  };
  const expire = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      child.kill('SIGKILL');
      finish(new WorkerFault(`grading did not end within ${Math.round(milliseconds / 1000)} s`));
    }, milliseconds);
  };
  child.on('message', (message: FromWorker) => {
    if (message.type === 'began') expire(PATIENCE * message.milliseconds);
    else finish(message);
  });
  child.on('exit', (code, signal) => {
    finish(
      new WorkerFault(
        `the grading process ended (${signal ?? `exit code ${code ?? 'unknown'}`}) ${said}`.trim(),
      ),
    );
  });
  child.on('error', (error) => {
    finish(new WorkerFault(error.message));
  });

  const ask = (message: ToWorker): Promise<FromWorker> =>
    new Promise((resolve, reject) => {
      settle = (outcome) => {
        if (outcome instanceof WorkerFault) reject(outcome);
        else resolve(outcome);
      };
      expire(START_MILLISECONDS);
      child.send(message, (error) => {
        if (error !== null) finish(new WorkerFault(error.message));
      });
    });

  const end = () => {
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
  };
  const first = await ask({ type: 'setup', setup });
  if (first.type === 'failed') {
    end();
    throw new WorkerFault(first.message);
  }
  return {
    async grade(job) {
      const answer = await ask({ type: 'grade', job });
      if (answer.type === 'graded') return answer.result;
      end();
      throw new WorkerFault(
        answer.type === 'failed' ? answer.message : 'the grading process answered out of turn',
      );
    },
    end,
  };
}
