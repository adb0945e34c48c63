import type { Model } from './model.ts';

/**
 * A table of the layers for terminals and reports: name, type, shape that comes out, number of parameters.
 */
export function summarize(model: Pick<Model, 'inputShape' | 'layers' | 'parameters'>): string {
  const count = (parameters: number) => parameters.toLocaleString('en-US');
  const rows = [
    ['layer', 'type', 'output shape', 'parameters'],
    ['input', '', shapeText(model.inputShape), '0'],
    ...model.layers.map((layer) => [
      layer.name,
      layer.type,
      shapeText(layer.outputShape),
      count(layer.parameters),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 3 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
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

/** `[batch, 28, 28, 1]` */
function shapeText(shape: readonly number[]): string {
  return `[${['batch', ...shape].join(', ')}]`;
}
