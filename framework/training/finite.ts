import type { Weight } from '../model/model.ts';
import type { Values } from './event.ts';
import type { Ending } from './options.ts';

/** The end of a run that has left the finite numbers. */
export function notFinite(what: string, at: { readonly step: number; readonly epoch: number }): Ending {
  return {
    status: 'failed',
    reason: `${what} at step ${at.step}, in epoch ${at.epoch}: lower the learning rate, clip the gradients or scale the features.`,
  };
}

/**
 * What is not finite after an epoch, in a phrase, if anything: the last update may spoil the weights after its
 * own loss was measured.
 */
export async function findNotFinite(weights: readonly Weight[], values: Values): Promise<string | undefined> {
  for (const { name, variable } of weights) {
    const numbers = await variable.data<'float32'>();
    const wrong = numbers.find((number) => !Number.isFinite(number));
    if (wrong !== undefined) return `The weight ${name} became ${wrong}`;
  }
  // Weights may be finite and still too large to compute with. Metrics may be undefined for good reasons.
  const loss = values['validation.loss'] ?? 0;
  return Number.isFinite(loss) ? undefined : `The validation loss became ${loss}`;
}
