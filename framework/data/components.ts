import type { AnyComponent } from '../component/component.ts';
import { circle } from './generators/circle.ts';
import { cubicSine } from './generators/cubic-sine.ts';
import { gauss } from './generators/gauss.ts';
import { line } from './generators/line.ts';
import { spiral } from './generators/spiral.ts';
import { xor } from './generators/xor.ts';
import { csv } from './sources/csv.ts';
import { hdf5 } from './sources/hdf5.ts';
import { idx } from './sources/idx.ts';
import { inline } from './sources/inline.ts';
import { json } from './sources/json.ts';
import { npy } from './sources/npy.ts';
import { chronological } from './splits/chronological.ts';
import { column } from './splits/column.ts';
import { grouped } from './splits/grouped.ts';
import { hash } from './splits/hash.ts';
import { random } from './splits/random.ts';
import { augmentImage } from './transforms/augment-image.ts';
import { balanceClasses } from './transforms/balance-classes.ts';
import { clip } from './transforms/clip.ts';
import { cyclic } from './transforms/cyclic.ts';
import { impute } from './transforms/impute.ts';
import { log } from './transforms/log.ts';
import { minMax } from './transforms/min-max.ts';
import { oneHot } from './transforms/one-hot.ts';
import { ordinal } from './transforms/ordinal.ts';
import { resample } from './transforms/resample.ts';
import { scaleImage } from './transforms/scale-image.ts';
import { standardize } from './transforms/standardize.ts';
import { window } from './transforms/window.ts';

/** The sources, splits and transforms that come with Descent. */
export const dataComponents: readonly AnyComponent[] = [
  csv,
  json,
  idx,
  npy,
  hdf5,
  inline,
  line,
  xor,
  spiral,
  circle,
  cubicSine,
  gauss,
  random,
  grouped,
  chronological,
  hash,
  column,
  standardize,
  minMax,
  log,
  clip,
  oneHot,
  ordinal,
  cyclic,
  impute,
  resample,
  window,
  scaleImage,
  augmentImage,
  balanceClasses,
];
