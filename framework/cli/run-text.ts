import type { ChalkInstance } from 'chalk';
import { PART_NAMES } from '../data/split.ts';
import type { RunStart } from '../experiment/run.ts';
import type { BaselineResult, PartResult, RunResult } from '../experiment/run-result.ts';
import { judgeShuffledLabels } from '../experiment/shuffled-labels.ts';
import type { LoadedExperiment } from '../experiment/spec/load-experiment.ts';
import { summarize } from '../model/summary.ts';

/** What is printed before training: the experiment, its data, its model. */
export function startText({ spec }: LoadedExperiment, start: RunStart, verbose: boolean): string {
  const { data, model, backend, step, resumedEpochs } = start;
  const rows = PART_NAMES.filter((part) => data.parts[part].rows > 0).map(
    (part) => `${part} ${count(data.parts[part].rows)}`,
  );
  const dropped =
    data.droppedRows > 0 ? ` (${plural(data.droppedRows, 'row')} with missing values dropped)` : '';
  const outputs =
    data.target.kind === 'classes'
      ? plural(data.target.classes.length, 'class', 'classes')
      : data.target.names.join(', ');
  const warnings = data.quality.filter(({ severity }) => severity === 'warning');
  const lines = [
    `${spec.name}${spec.description === '' ? '' : `: ${spec.description}`}`,
    `  data     ${rows.join(' · ')}${dropped}`,
    `  model    ${data.inputShape.join(' × ')} → ${outputs} · ${plural(model.parameters.total, 'parameter')} · seed ${spec.seed}`,
    `  backend  ${backend.name}, ${backend.description}${backend.mode === null ? '' : `, ${backend.mode}`}`,
    ...(backend.shortfall === null ? [] : [`  note     ${backend.shortfall}`]),
    ...warnings.map(({ message, fix }) => `  note     ${message} ${fix}`),
    ...(resumedEpochs > 0
      ? [`  going on after epoch ${resumedEpochs} of an interrupted run (--fresh starts over)`]
      : []),
    ...(verbose ? [`  steps    ${step.kind === 'fused' ? 'fused' : `by the tape. ${step.reason}`}`] : []),
    ...(verbose ? ['', summarize(model)] : []),
    '',
  ];
  return lines.join('\n');
}

/** What is printed at the end: why training ended, the result beside its baselines, targets, the report. */
export function resultText(
  result: RunResult,
  { report, paint }: { report: string; paint: ChalkInstance },
): string {
  const judged = result.parts[result.judgedPart];
  const lines = [`${result.reason} ${endSentence(result)}`, ''];
  if (judged) lines.push(...comparison(result, judged), '');
  const control = result.trial?.kind === 'shuffleLabels' ? judgeShuffledLabels(result) : undefined;
  if (control) lines.push(control.passed ? paint.green(control.text) : paint.red(control.text), '');
  for (const { value, condition, measured, met } of result.targets) {
    const mark = met ? paint.green('met') : paint.red('missed');
    lines.push(
      `target ${value} ${condition}: ${mark}${met ? '' : ` (${measured === null ? 'undefined' : shown(measured)})`}`,
    );
  }
  if (result.status === 'interrupted') lines.push('The same command goes on from the last checkpoint.');
  lines.push(`report ${report}`, '');
  return lines.join('\n');
}

function endSentence({ chosenEpoch, epochs, trainingSeconds }: RunResult): string {
  const weights = chosenEpoch === epochs ? '' : `The weights are those of epoch ${chosenEpoch}. `;
  return `${weights}(${plural(epochs, 'epoch')}, ${trainingSeconds.toFixed(1)} s)`;
}

/** A table of the numbers on the judged part: this model first, then the baselines. */
function comparison({ judgedPart, baselines }: RunResult, judged: PartResult): string[] {
  const metrics = Object.entries(judged.metrics).filter(
    ([, value]) => typeof value !== 'object' || value === null,
  );
  const names = metrics.map(([name]) => name);
  const row = (
    title: string,
    subject: Pick<BaselineResult, 'intervals'> & { metrics: PartResult['metrics'] },
  ) => [
    title,
    ...names.map((name) => {
      const value = subject.metrics[name];
      const interval = subject.intervals[name];
      const range = interval ? `  [${shown(interval[0])}, ${shown(interval[1])}]` : '';
      return `${typeof value === 'number' ? shown(value) : 'undefined'}${range}`;
    }),
  ];
  const table = [
    [`on ${plural(judged.rows, 'row')} of ${judgedPart}`, ...names],
    row('this model', judged),
    ...baselines.map((baseline) => row(baseline.title, baseline)),
  ];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)));
  const note = names.length > 0 ? ['  [95 % bootstrap interval]'] : [];
  return [
    ...table.map((cells) =>
      `  ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join('   ')}`.trimEnd(),
    ),
    ...note,
  ];
}

/** Four significant digits, as for a reader. */
function shown(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1000) return value.toFixed(0);
  return size < 0.001 ? value.toExponential(2) : value.toPrecision(size < 1 ? 3 : 4);
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
