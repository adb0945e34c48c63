import cliProgress from 'cli-progress';
import type { ExerciseResult } from '../grading/result/result.ts';
import { twoColumns } from './text-columns.ts';
import { createTimeLeft } from './time-left.ts';

/** Shows grading as it goes on. */
export interface GradeProgress {
  readonly result: (result: ExerciseResult, wasThere: boolean) => void;
  readonly missing: () => void;
  /** Takes the bar off the screen. */
  end(): void;
  /** What came of all, in lines. */
  summary(): readonly string[];
}

/** How many problems are told; the gradebook has them all. */
const MOST_PROBLEMS = 10;

/**
 * A bar with counts and time left on a terminal, a line for every tenth elsewhere; problems in a line each as they come.
 * @param total submissions times exercises
 */
export function createGradeProgress(options: {
  readonly stream: NodeJS.WriteStream;
  readonly total: number;
  readonly isSilent: boolean;
}): GradeProgress {
  const { stream, total } = options;
  const counts = new Map<string, number>();
  const problems: (readonly [string, string])[] = [];
  let done = 0;
  let reused = 0;
  const timeLeft = createTimeLeft({ total, doneBefore: 0, clock: () => performance.now() });
  const bar =
    stream.isTTY && !options.isSilent
      ? new cliProgress.SingleBar(
          {
            format: '  {bar} {value}/{total}{left}  {last}',
            stream,
            clearOnComplete: true,
            hideCursor: true,
            // The command itself ends cleanly on Ctrl-C.
            gracefulExit: false,
            barsize: 24,
          },
          cliProgress.Presets.rect,
        )
      : undefined;
  bar?.start(total, 0, { left: '', last: '' });

  const count = (state: string, problem?: readonly [string, string]) => {
    done++;
    counts.set(state, (counts.get(state) ?? 0) + 1);
    if (problem !== undefined) problems.push(problem);
    bar?.update(done, { left: timeLeft(done), last: problems.at(-1)?.join(': ').slice(0, 60) ?? '' });
    if (bar === undefined && !options.isSilent && done % Math.ceil(total / 10) === 0) {
      stream.write(`  ${done}/${total}${timeLeft(done)}\n`);
    }
  };
  return {
    result(result, wasThere) {
      if (wasThere) reused++;
      const { state, submission, exercise, reason } = result;
      const where = `${submission.id} ${exercise.id}`;
      if (state === 'graded' || state === 'not started') count(state);
      else count(state, [where, reason ?? faultOf(result)]);
    },
    missing() {
      count('missing');
    },
    end() {
      bar?.stop();
    },
    summary() {
      const words = [...counts].map(([state, number]) => `${number} ${state}`).join(', ');
      const again = reused === 0 ? '' : ` (${reused} from before)`;
      const shown = problems.slice(0, MOST_PROBLEMS);
      const more = problems.length - shown.length;
      return [
        `${words}${again}`,
        ...(shown.length === 0 ? [] : twoColumns(shown)),
        ...(more > 0 ? [`  … ${more} more`] : []),
      ];
    },
  };
}

/** The first line of what went wrong in the checks. */
function faultOf({ checks }: ExerciseResult): string {
  const fault = checks.find(({ state }) => state === 'grader error');
  return fault === undefined
    ? 'needs attention'
    : `${fault.title}: ${fault.message?.split('\n', 1)[0] ?? ''}`;
}
