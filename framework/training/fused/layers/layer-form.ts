import type { ComponentSpec } from '../../../component/component.ts';
import type { ActivationForm } from '../activations.ts';
import type { LayerPlace, Signal } from '../operation.ts';

/** What the fused step makes of a layer. */
export interface LayerForm {
  /** What its slot for an activation holds. */
  readonly activation?: ComponentSpec;
  /** Whether it can take an input that is not finished: a maximum can. */
  readonly takesUnfinished?: boolean;
  /**
   * Appends the layer's operations to a plan.
   * @param activation the form of `activation`, or that of none
   * @returns what comes out
   */
  lower(at: LayerPlace, activation: ActivationForm): Signal;
}
