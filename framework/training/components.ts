import type { AnyComponent } from '../component/component.ts';
import { sgd } from './optimizers/sgd.ts';
import { momentum } from './optimizers/momentum.ts';
import { rmsprop } from './optimizers/rmsprop.ts';
import { adam } from './optimizers/adam.ts';
import { adagrad } from './optimizers/adagrad.ts';
import { adadelta } from './optimizers/adadelta.ts';
import { adamw } from './optimizers/adamw.ts';
import { adamax } from './optimizers/adamax.ts';
import { nadam } from './optimizers/nadam.ts';
import { ftrl } from './optimizers/ftrl.ts';
import { constant } from './schedules/constant.ts';
import { step } from './schedules/step.ts';
import { exponential } from './schedules/exponential.ts';
import { cosine } from './schedules/cosine.ts';
import { cosineRestarts } from './schedules/cosine-restarts.ts';
import { polynomial } from './schedules/polynomial.ts';
import { inverseTime } from './schedules/inverse-time.ts';
import { warmUp } from './schedules/warm-up.ts';
import { meanSquaredError } from './losses/mean-squared-error.ts';
import { meanAbsoluteError } from './losses/mean-absolute-error.ts';
import { huber } from './losses/huber.ts';
import { logCosh } from './losses/log-cosh.ts';
import { meanAbsolutePercentageError } from './losses/mean-absolute-percentage-error.ts';
import { meanSquaredLogarithmicError } from './losses/mean-squared-logarithmic-error.ts';
import { cosineSimilarity } from './losses/cosine-similarity.ts';
import { poisson } from './losses/poisson.ts';
import { klDivergence } from './losses/kl-divergence.ts';
import { hinge } from './losses/hinge.ts';
import { binaryCrossentropy } from './losses/binary-crossentropy.ts';
import { categoricalCrossentropy } from './losses/categorical-crossentropy.ts';
import { sparseCategoricalCrossentropy } from './losses/sparse-categorical-crossentropy.ts';
import { checkpoint } from './callbacks/checkpoint.ts';
import { earlyStopping } from './callbacks/early-stopping.ts';
import { historyCsv } from './callbacks/history-csv.ts';
import { reduceOnPlateau } from './callbacks/reduce-on-plateau.ts';

/** The components of this room: optimizers, schedules, losses and callbacks. */
export const trainingComponents: readonly AnyComponent[] = [
  sgd,
  momentum,
  rmsprop,
  adam,
  adagrad,
  adadelta,
  adamw,
  adamax,
  nadam,
  ftrl,
  constant,
  step,
  exponential,
  cosine,
  cosineRestarts,
  polynomial,
  inverseTime,
  warmUp,
  meanSquaredError,
  meanAbsoluteError,
  huber,
  logCosh,
  meanAbsolutePercentageError,
  meanSquaredLogarithmicError,
  cosineSimilarity,
  poisson,
  klDivergence,
  hinge,
  binaryCrossentropy,
  categoricalCrossentropy,
  sparseCategoricalCrossentropy,
  checkpoint,
  earlyStopping,
  reduceOnPlateau,
  historyCsv,
];
