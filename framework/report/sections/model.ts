import { formatCount } from '../../page/format.ts';
import { html } from '../../page/html.ts';
import type { RunRecord } from '../run-record.ts';
import { renderTable, type Section } from '../../page/section.ts';
import { describeComponent } from './what-was-run.ts';

/** The layers with their shapes and parameters. */
export function modelSection({ model, spec }: Pick<RunRecord, 'model' | 'spec'>): Section | undefined {
  if (model === undefined) return undefined;
  const frozen = model.parameters - model.trainableParameters;
  const layers = spec?.model.layers ?? [];
  // The file and the model have the same layers unless the model has an input layer of its own.
  const specs = layers.length === model.layers.length ? layers : [];
  const branches = model.layers.some(
    ({ inputs }, index) =>
      index > 0 && inputs !== undefined && inputs.join() !== model.layers[index - 1]!.name,
  );
  return {
    id: 'model',
    title: 'Model',
    note: `${formatCount(model.parameters)} parameters${frozen > 0 ? `, of which ${formatCount(frozen)} are not trained` : ', all trained'}.`,
    content: renderTable(
      'Layers, from input to output',
      [
        { title: 'layer' },
        { title: 'type and options' },
        ...(branches ? [{ title: 'inputs' }] : []),
        { title: 'output shape' },
        { title: 'parameters', numeric: true },
      ],
      [
        ...model.layers.map(({ name, type, inputs, outputShape, parameters }, index) => ({
          cells: [
            html`<code>${name}</code>`,
            specs[index] === undefined ? type : describeComponent(withActivation(specs[index])),
            ...(branches ? [inputs?.join(', ') ?? ''] : []),
            outputShape.join(' × '),
            formatCount(parameters),
          ],
        })),
        { cells: ['all', '', ...(branches ? [''] : []), '', formatCount(model.parameters)], emphasis: true },
      ],
    ),
  };
}

/** Leaves out the name, which stands beside it, and puts the type of an activation in place of its component, as the short form in a file does. */
function withActivation({ name: _, ...spec }: { readonly type: string; readonly [option: string]: unknown }) {
  const { activation, ...rest } = spec;
  if (typeof activation !== 'object' || activation === null || !('type' in activation)) return spec;
  return activation.type === 'linear' ? rest : { ...rest, activation: activation.type };
}
