import type { AnyComponent } from '../component/component.ts';
import { sgd } from './optimizers/sgd.ts';
import { momentum } from './optimizers/momentum.ts';
import { rmsprop } from './optimizers/rmsprop.ts';
import { adam } from './optimizers/adam.ts';
import { adagrad } from './optimizers/adagrad.ts';
import { constant } from './schedules/constant.ts';
import { step } from './schedules/step.ts';
import { exponential } from './schedules/exponential.ts';
import { cosine } from './schedules/cosine.ts';
import { inverseTime } from './schedules/inverse-time.ts';
import { warmUp } from './schedules/warm-up.ts';
import { meanSquaredError } from './losses/mean-squared-error.ts';
import { meanAbsoluteError } from './losses/mean-absolute-error.ts';
import { huber } from './losses/huber.ts';
import { binaryCrossentropy } from './losses/binary-crossentropy.ts';
import { categoricalCrossentropy } from './losses/categorical-crossentropy.ts';
import { sparseCategoricalCrossentropy } from './losses/sparse-categorical-crossentropy.ts';
import { checkpoint } from './callbacks/checkpoint.ts';
import { earlyStopping } from './callbacks/early-stopping.ts';
import { reduceOnPlateau } from './callbacks/reduce-on-plateau.ts';

/** The components of this room: optimizers, schedules, losses and callbacks. */
export const trainingComponents: readonly AnyComponent[] = [
  sgd,
  momentum,
  rmsprop,
  adam,
  adagrad,
  constant,
  step,
  exponential,
  cosine,
  inverseTime,
  warmUp,
  meanSquaredError,
  meanAbsoluteError,
  huber,
  binaryCrossentropy,
  categoricalCrossentropy,
  sparseCategoricalCrossentropy,
  checkpoint,
  earlyStopping,
  reduceOnPlateau,
];
