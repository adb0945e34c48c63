import { addActivation, LINEAR, type ActivationForm } from '../activations.ts';
import type { LayerPlace, Signal } from '../operation.ts';

/**
 * What follows the sums of a dense or convolution layer, in their place: the bias and the activation, in one pass
 * where the kernels know the activation by a number.
 * @param columns units or filters
 */
export function addBiasAndActivation(
  at: LayerPlace,
  sums: Signal,
  {
    columns,
    useBias,
    activation,
  }: { readonly columns: number; readonly useBias: boolean; readonly activation: ActivationForm },
): Signal {
  const { kernels } = at;
  const { kind, slope } = activation.name === 'numbered' ? activation : LINEAR;
  const isLinear = kind === LINEAR.kind;
  const places = sums.size / columns;
  const bias = useBias ? at.weight('bias') : undefined;
  const y = sums.value;
  const dy = sums.gradient!;
  if (bias || !isLinear) {
    at.add({
      forward({ rows }) {
        kernels.addBiasAndActivate(kind, y.address, rows * places, columns, bias?.address ?? 0, slope);
      },
      backward({ rows }) {
        if (!isLinear) {
          kernels.activationGradient(kind, dy.address, y.address, dy.address, rows * sums.size, slope);
        }
        if (bias) kernels.columnSums(dy.address, rows * places, columns, bias.gradient.address);
      },
    });
  }
  if (activation.name === 'numbered') return sums;
  return addActivation(at, activation, sums, { columns, mayReplace: true });
}
