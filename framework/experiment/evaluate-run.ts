import type { PreparedData } from '../data/prepared-data.ts';
import { PART_NAMES, type PartName } from '../data/split.ts';
import { bootstrapIntervals } from '../metrics/bootstrap-interval.ts';
import type { Evaluation, MetricPart, MetricTable } from '../metrics/metric.ts';
import type { Registry } from '../component/registry.ts';
import type { Model } from '../model/model.ts';
import type { Stream } from '../random/stream.ts';
import { evaluate } from '../training/evaluate.ts';
import type { LossPart } from '../training/loss.ts';
import type { BaselineResult, PartResult, RunResult } from './run-result.ts';

/** What the trained model and the baselines reach. */
export interface RunEvaluation extends Pick<RunResult, 'parts' | 'judgedPart' | 'baselines'> {
  /** Predictions on the judged part. */
  readonly judged: Evaluation;
}

interface Subject {
  readonly model: Model;
  readonly data: PreparedData;
  readonly loss: LossPart;
  readonly metrics: Readonly<Record<string, MetricPart>>;
  readonly registry: Registry;
  /** The stream `evaluation` of the run: draws of the bootstrap and rows of baselines derive from it. */
  readonly stream: Stream;
}

/**
 * Evaluates a trained model on every part that has rows, and on the judged part (test where it has rows, else
 * validation, else train) also every baseline that suits the task, with bootstrap intervals on the same draws.
 */
export async function evaluateRun(subject: Subject): Promise<RunEvaluation> {
  const { model, data, loss } = subject;
  const judgedPart = (['test', 'validation', 'train'] as const).find((part) => data.parts[part].rows > 0)!;
  const parts: Partial<Record<PartName, PartResult>> = {};
  let judged: Evaluation | undefined;
  for (const part of PART_NAMES) {
    const { rows } = data.parts[part];
    if (rows === 0) continue;
    const result = await evaluate(model, data, part, loss);
    if (part === judgedPart) judged = result.evaluation;
    const intervals = part === judgedPart ? intervalsOf(subject, result.evaluation) : {};
    parts[part] = {
      rows,
      loss: numberOrNull(result.loss),
      metrics: mapValues(subject.metrics, (metric) => resultOrNull(metric.compute(result.evaluation))),
      intervals,
    };
  }
  return { parts, judgedPart, baselines: await evaluateBaselines(subject, judgedPart), judged: judged! };
}

async function evaluateBaselines(subject: Subject, judgedPart: PartName): Promise<BaselineResult[]> {
  const { data, loss, registry, stream } = subject;
  const results: BaselineResult[] = [];
  for (const component of registry.ofKind('baseline')) {
    const baseline = registry.build('baseline', { type: component.type }, undefined);
    if (!baseline.tasks.includes(loss.task) || baseline.suits?.(data) === false) continue;
    const own = stream.derive('baselines').derive(component.type);
    const { evaluation, remark } = await baseline.evaluate(data, judgedPart, own);
    const numbers = Object.entries(subject.metrics).filter(([, metric]) => metric.direction !== 'none');
    results.push({
      type: component.type,
      title: baseline.title,
      remark: remark ?? null,
      metrics: mapValues(Object.fromEntries(numbers), (metric) =>
        numberOrNull(metric.compute(evaluation) as number),
      ),
      intervals: intervalsOf(subject, evaluation),
    });
  }
  return results;
}

/** The same stream for model and baselines, so that they are compared on the same draws of rows. */
function intervalsOf({ metrics, stream }: Subject, evaluation: Evaluation): PartResult['intervals'] {
  return bootstrapIntervals(metrics, evaluation, stream.derive('bootstrap')) as PartResult['intervals'];
}

function resultOrNull(result: number | MetricTable): number | null | MetricTable {
  return typeof result === 'number' ? numberOrNull(result) : result;
}

/** JSON has no NaN and no infinity. */
function numberOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
