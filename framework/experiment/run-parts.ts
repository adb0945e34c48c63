import { fillDefaults } from '../component/fill-defaults.ts';
import type { Registry } from '../component/registry.ts';
import type { MetricPart } from '../metrics/metric.ts';
import { metricName } from '../metrics/metric-name.ts';
import type { CallbackPart } from '../training/callback.ts';
import type { LossPart } from '../training/loss.ts';
import type { OptimizerPart } from '../training/optimizer.ts';
import type { ExperimentSpec } from './spec/experiment-spec.ts';

/** The working parts of an experiment, besides data and model. */
export interface RunParts {
  readonly loss: LossPart;
  readonly optimizer: OptimizerPart;
  readonly callbacks: readonly CallbackPart[];
  /** By the name under which results and targets know them: `metricName`. */
  readonly metrics: Readonly<Record<string, MetricPart>>;
}

/** Which way is better for every metric that is a number, by name. */
export function directionsOf(metrics: RunParts['metrics']): Record<string, 'higher' | 'lower'> {
  return Object.fromEntries(
    Object.entries(metrics).flatMap(([name, { direction }]) =>
      direction === 'none' ? [] : [[name, direction]],
    ),
  );
}

/** The callbacks that keep the weights of the best epoch. */
const KEEP_BEST = ['checkpoint', 'earlyStopping'];

/**
 * Builds the parts that the sections `training` and `metrics` name. Callbacks are new: they have a state.
 * @param hasValidation whether the validation part has rows
 */
export function buildRunParts(
  { training, metrics }: ExperimentSpec,
  registry: Registry,
  hasValidation: boolean,
): RunParts {
  const metricParts = Object.fromEntries(
    metrics.map((spec) => [metricName(spec), registry.build('metric', spec, undefined)]),
  );
  /** A loss is better when it is lower; a metric says it itself. */
  const direction = (value: string): 'higher' | 'lower' => {
    const name = value.slice(value.indexOf('.') + 1);
    return metricParts[name]?.direction === 'higher' ? 'higher' : 'lower';
  };
  const callbacks = [...training.callbacks];
  // A run always has a best epoch to go back to, whatever its file says.
  if (!callbacks.some(({ type }) => KEEP_BEST.includes(type))) {
    const monitor = hasValidation ? 'validation.loss' : 'train.loss';
    callbacks.push(fillDefaults(registry, 'callback', { type: 'checkpoint', monitor }));
  }
  return {
    loss: registry.build('loss', training.loss, undefined),
    optimizer: registry.build('optimizer', training.optimizer, { registry }),
    callbacks: callbacks.map((spec) => registry.build('callback', spec, { direction })),
    metrics: metricParts,
  };
}
