import { flatten } from '../../../model/layers/flatten.ts';
import { reshape } from '../../../model/layers/reshape.ts';
import { known } from '../known.ts';
import type { LayerForm } from './layer-form.ts';

const sameNumbers = (): LayerForm => ({ lower: ({ input }) => input });

/** Layers that only read the same numbers under another shape. */
export const shapeForms = [known(flatten, sameNumbers), known(reshape, sameNumbers)];
