import type { ComponentSpec } from '../../component/component.ts';
import type { Registry } from '../../component/registry.ts';
import { activationNumber, type ActivationName } from '../../backend/kernels/fast/activation.ts';
import { elu } from '../../model/activations/elu.ts';
import { gelu } from '../../model/activations/gelu.ts';
import { leakyRelu } from '../../model/activations/leaky-relu.ts';
import { linear } from '../../model/activations/linear.ts';
import { relu } from '../../model/activations/relu.ts';
import { sigmoid } from '../../model/activations/sigmoid.ts';
import { softmax } from '../../model/activations/softmax.ts';
import { softplus } from '../../model/activations/softplus.ts';
import { step } from '../../model/activations/step.ts';
import { tanh } from '../../model/activations/tanh.ts';
import { known, type Known } from './known.ts';
import { newSignal, type LayerPlace, type Operation, type Signal } from './operation.ts';

/** An activation as the kernels know it: by a number, with a derivative that its output tells, or by a name. */
export type ActivationForm =
  | { readonly name: 'numbered'; readonly kind: number; readonly slope: number }
  | { readonly name: 'softmax' | 'gelu' | 'step' };

const numbered = (name: ActivationName, slope = 0) => ({
  name: 'numbered' as const,
  kind: activationNumber(name),
  slope,
});

/** No activation. */
export const LINEAR = numbered('linear');

/** Whether a larger number never becomes smaller than another by it, whatever the rounding. */
export function keepsOrder(form: ActivationForm): boolean {
  if (form.name !== 'numbered') return false;
  const { kind } = form;
  return kind === LINEAR.kind || kind === activationNumber('relu') || kind === activationNumber('leakyrelu');
}

const ACTIVATIONS: readonly Known<ActivationForm>[] = [
  known(linear, () => LINEAR),
  known(relu, () => numbered('relu')),
  known(leakyRelu, ({ slope }) => numbered('leakyrelu', slope)),
  known(sigmoid, () => numbered('sigmoid')),
  known(tanh, () => numbered('tanh')),
  known(elu, () => numbered('elu')),
  known(softplus, () => numbered('softplus')),
  known(softmax, () => ({ name: 'softmax' })),
  known(gelu, () => ({ name: 'gelu' })),
  known(step, () => ({ name: 'step' })),
];

/** The form of the activation in a slot; undefined for one that the fused step does not know. */
export function activationForm(spec: ComponentSpec, registry: Registry): ActivationForm | undefined {
  const component = registry.find('activation', spec.type);
  return ACTIVATIONS.find((entry) => entry.component === component)?.form(spec);
}

/**
 * Appends an activation to a plan.
 * @param columns size of the last axis, along which softmax goes
 * @param mayReplace whether its output may take the place of its input, where it does not need that again
 */
export function addActivation(
  at: LayerPlace,
  form: ActivationForm,
  input: Signal,
  { columns, mayReplace }: { readonly columns: number; readonly mayReplace: boolean },
): Signal {
  if (form === LINEAR) return input;
  const output = mayReplace && form.name !== 'gelu' ? input : newSignal(at, input.size);
  at.add(operationOf(form, at, { input, output, columns }));
  return output;
}

function operationOf(
  form: ActivationForm,
  { kernels }: LayerPlace,
  { input, output, columns }: { readonly input: Signal; readonly output: Signal; readonly columns: number },
): Operation {
  const { size } = input;
  const x = input.value;
  const y = output.value;
  const dx = input.gradient;
  const dy = output.gradient!;
  switch (form.name) {
    case 'numbered':
      return {
        forward({ rows }) {
          kernels.activate(form.kind, x.address, y.address, rows * size, form.slope);
        },
        backward({ rows }) {
          if (!dx) return;
          kernels.activationGradient(form.kind, dy.address, y.address, dx.address, rows * size, form.slope);
        },
      };
    case 'softmax':
      return {
        forward({ rows }) {
          kernels.softmax(x.address, (rows * size) / columns, columns, y.address);
        },
        backward({ rows }) {
          if (!dx) return;
          kernels.softmaxGradient(y.address, dy.address, (rows * size) / columns, columns, dx.address);
        },
      };
    case 'gelu':
      return {
        forward({ rows }) {
          kernels.gelu(x.address, y.address, rows * size);
        },
        backward({ rows }) {
          if (dx) kernels.geluGradient(x.address, dy.address, dx.address, rows * size);
        },
      };
    case 'step':
      return {
        forward({ rows }) {
          kernels.stepFunction(x.address, y.address, rows * size);
        },
        backward({ rows }) {
          if (dx) kernels.clear(dx.address, rows * size);
        },
      };
  }
}
