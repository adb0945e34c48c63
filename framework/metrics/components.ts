import { accuracy } from './accuracy.ts';
import { balancedAccuracy } from './balanced-accuracy.ts';
import { lastValue } from './baselines/last-value.ts';
import { linear } from './baselines/linear.ts';
import { logistic } from './baselines/logistic.ts';
import { majority } from './baselines/majority.ts';
import { mean } from './baselines/mean.ts';
import { calibrationError } from './calibration-error.ts';
import { confusionMatrix } from './confusion-matrix.ts';
import { f1 } from './f1.ts';
import { logLoss } from './log-loss.ts';
import { macroF1 } from './macro-f1.ts';
import { mae } from './mae.ts';
import { mape } from './mape.ts';
import { prAuc } from './pr-auc.ts';
import { precision } from './precision.ts';
import { r2 } from './r2.ts';
import { recall } from './recall.ts';
import { rmse } from './rmse.ts';
import { rocAuc } from './roc-auc.ts';
import { topKAccuracy } from './top-k-accuracy.ts';

/** The built-in metrics, and the baselines, which stand beside every result of their task in this order. */
export const metricComponents = [
  accuracy,
  topKAccuracy,
  balancedAccuracy,
  precision,
  recall,
  f1,
  macroF1,
  confusionMatrix,
  logLoss,
  calibrationError,
  rocAuc,
  prAuc,
  mae,
  rmse,
  mape,
  r2,
  majority,
  logistic,
  mean,
  lastValue,
  linear,
] as const;
