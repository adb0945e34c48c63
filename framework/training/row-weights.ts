import { DataError } from '../data/data-error.ts';
import type { PreparedData, PreparedPart } from '../data/prepared-data.ts';
import { PART_NAMES } from '../data/split.ts';

/** What `training.classWeights` says: by name, or by how rare a class is. */
export type ClassWeights = 'balanced' | Readonly<Record<string, number>> | null;

/**
 * Gives every row the weight with which its loss counts: that of its class times that of its sample, divided by the
 * mean over the training part. So weights change what matters, and not how long steps are.
 *
 * A step follows `Σ w · loss / rows` of its batch, as in Keras (PyTorch divides by the weights of the batch, whose
 * sum changes from batch to batch); over the training part that is `Σ w · loss / Σ w`, as in scikit-learn, and so are
 * all reported losses, of every part. Metrics and baselines count every row once.
 * @param classWeights `balanced`: rows / (classes · rows of the class) in the training part, as in scikit-learn; a
 * class without a name here or without a training row has 1
 * @throws DataError when all weights of a part are 0
 */
export function weighRows(data: PreparedData, classWeights: ClassWeights): PreparedData {
  const ofClass = classWeights === null ? undefined : weightsOfClasses(data, classWeights);
  if (!ofClass && !data.parts.train.weights) return data;
  const raw = ({ rows, targets, weights }: PreparedPart) =>
    Float64Array.from({ length: rows }, (_, row) => (weights?.[row] ?? 1) * (ofClass?.[targets[row]!] ?? 1));
  const mean = sum(raw(data.parts.train)) / data.parts.train.rows;
  const weigh = (part: PreparedPart): PreparedPart => {
    const weights = raw(part);
    if (part.rows > 0 && sum(weights) === 0) {
      throw new DataError(`all weights of the ${part.name} part are 0`, {
        file: data.files[0]?.path ?? 'the data',
        fix: 'Give at least one of its rows a weight above 0 (training.classWeights, data.sampleWeights).',
      });
    }
    return { ...part, weights: Float32Array.from(weights, (weight) => weight / mean) };
  };
  const parts = Object.fromEntries(PART_NAMES.map((name) => [name, weigh(data.parts[name])]));
  return { ...data, parts: parts as PreparedData['parts'] };
}

/** By class index. */
function weightsOfClasses(
  { target, parts }: PreparedData,
  classWeights: NonNullable<ClassWeights>,
): number[] {
  if (target.kind !== 'classes')
    throw new Error('class weights need classes; the checks let nothing else pass');
  if (classWeights !== 'balanced') return target.classes.map((name) => classWeights[name] ?? 1);
  const counts = target.classes.map(() => 0);
  for (const label of parts.train.targets) counts[label]!++;
  const occurring = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count > 0 ? parts.train.rows / (occurring * count) : 1));
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
