import type { LayerSummary, Model } from './model.ts';
import { MODEL_INPUT } from './wiring.ts';

/**
 * A table of the layers for terminals and reports: name, type, shape that comes out, number of parameters; and
 * where their inputs come from, unless every layer takes what the one before it gives.
 */
export function summarize(model: Pick<Model, 'inputShape' | 'layers' | 'parameters'>): string {
  const count = (parameters: number) => parameters.toLocaleString('en-US');
  const inputs = isChain(model.layers) ? () => [] : (names: string) => [names];
  const rows = [
    ['layer', 'type', ...inputs('inputs'), 'output shape', 'parameters'],
    [MODEL_INPUT, '', ...inputs(''), shapeText(model.inputShape), '0'],
    ...model.layers.map((layer) => [
      layer.name,
      layer.type,
      ...inputs(layer.inputs.join(', ')),
      shapeText(layer.outputShape),
      count(layer.parameters),
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const last = widths.length - 1;
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === last ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  '),
  );
  const { total, trainable } = model.parameters;
  const frozen = total === trainable ? '' : `, of which ${count(trainable)} are trained`;
  return [
    lines[0]!,
    '-'.repeat(lines[0]!.length),
    ...lines.slice(1),
    `${count(total)} parameters${frozen}`,
  ].join('\n');
}

/** Whether every layer takes what the one before it gives, the first one the model's input. */
export function isChain(layers: readonly Pick<LayerSummary, 'name' | 'inputs'>[]): boolean {
  return layers.every(
    ({ inputs }, index) => inputs.length === 1 && inputs[0] === (layers[index - 1]?.name ?? MODEL_INPUT),
  );
}

/** `[batch, 28, 28, 1]` */
function shapeText(shape: readonly number[]): string {
  return `[${['batch', ...shape].join(', ')}]`;
}
