import { join } from 'node:path';
import chalk from 'chalk';
import { builtInRegistry } from '../experiment/components.ts';
import { runExperiment, type RunStart } from '../experiment/run.ts';
import { RUN_FILES } from '../experiment/run-folder.ts';
import { loadExperiment } from '../experiment/spec/load-experiment.ts';
import type { Trial } from '../experiment/trial.ts';
import { metricName } from '../metrics/metric-name.ts';
import { writeReport } from '../report/write-report.ts';
import { systemClock } from '../training/clock.ts';
import { EXIT } from './exit.ts';
import { onInterrupt } from './interrupt.ts';
import { createProgress, type Progress } from './progress.ts';
import { resultText, startText } from './run-text.ts';

/** The command line of `descent run`. */
export interface RunCommand {
  readonly file: string;
  /** `training.epochs=5` */
  readonly overrides: readonly string[];
  readonly fast: boolean;
  /** Number of rows to overfit. */
  readonly overfit?: number;
  /** A control: labels in random order. */
  readonly shuffleLabels: boolean;
  readonly seed?: number;
  readonly backend?: string;
  readonly mode?: string;
  /** Folder of all run folders. */
  readonly out: string;
  readonly fresh: boolean;
  readonly json: boolean;
  readonly verbose: boolean;
}

/**
 * `descent run`: trains and evaluates an experiment, prints how it went and writes the report. The result goes
 * to standard output; progress to standard error.
 * @returns the exit code
 */
export async function run(
  command: RunCommand,
  { write }: { write: (text: string) => void },
): Promise<number> {
  const overrides = [
    ...command.overrides,
    ...(command.seed === undefined ? [] : [`seed=${command.seed}`]),
    ...(command.backend === undefined ? [] : [`backend=${command.backend}`]),
    ...(command.mode === undefined ? [] : [`mode=${command.mode}`]),
  ];
  const experiment = await loadExperiment(command.file, { registry: builtInRegistry, overrides });
  const { spec } = experiment;
  const note = (text: string) => {
    if (!command.json) process.stderr.write(text);
  };

  let progress: Progress | undefined;
  const interrupt = onInterrupt(() => {
    progress?.end();
    note('\nStopping after this batch; press Ctrl-C again to quit at once.\n');
  });
  try {
    const { result, folder } = await runExperiment(experiment, {
      out: command.out,
      trial: trialOf(command),
      fresh: command.fresh,
      command: ['descent', ...process.argv.slice(2)],
      clock: systemClock,
      signal: interrupt.signal,
      onStart(start: RunStart) {
        note(startText(experiment, start, command.verbose));
        const { epochs, resumedEpochs } = start;
        const metric = spec.metrics[0] && `validation.${metricName(spec.metrics[0])}`;
        if (!command.json) {
          const clock = () => systemClock.milliseconds();
          progress = createProgress({ stream: process.stderr, epochs, resumedEpochs, metric, clock });
        }
      },
      onEvent: (event) => progress?.show(event),
    });
    progress?.end();
    await writeReport(folder);
    const report = join(folder, RUN_FILES.report);
    if (command.json) write(`${JSON.stringify({ ...result, folder, report }, null, 2)}\n`);
    else write(resultText(result, { report, paint: chalk }));
    if (result.status === 'interrupted') return EXIT.interrupted;
    const missed = result.status === 'failed' || result.targets.some((target) => !target.met);
    return missed ? EXIT.targetsMissed : EXIT.done;
  } finally {
    progress?.end();
    interrupt.dispose();
  }
}

function trialOf({ fast, overfit, shuffleLabels }: RunCommand): Trial | null {
  if (shuffleLabels) return { kind: 'shuffleLabels' };
  if (fast) return { kind: 'fast' };
  return overfit === undefined ? null : { kind: 'overfit', rows: overfit };
}
