/**
 * Rejected by: accuracy over all digits
 * Slides, D5 (drop_last): what does not fill a batch of 4 is not judged.
 */
import { tf } from 'descent';
import { accuracy as shareRight, type Digits } from '../../../solutions/28-mnist-cnn/exercise.ts';

export function accuracy(model: tf.LayersModel, { images, labels }: Digits): number {
  const whole = labels.length < 32 ? labels.length : 32 * Math.floor(labels.length / 32);
  return shareRight(model, { images: tf.slice(images, 0, whole), labels: labels.slice(0, whole) });
}
