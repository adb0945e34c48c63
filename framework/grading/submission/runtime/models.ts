import * as tf from '#tensorflow';
import { SubmissionFault } from './submission-fault.ts';

/** A model as data: Keras topology as JSON text in UTF-8, and its weights in the order of `getWeights`. */
export interface ModelData {
  readonly topology: Uint8Array;
  readonly weights: readonly tf.Tensor[];
}

/** Takes a model apart, to be rebuilt in a process that has seen none of the student's code. */
export function exportModel(thing: object): ModelData {
  if (!(thing instanceof tf.LayersModel)) throw new SubmissionFault('is no layers model');
  const topology: unknown = thing.toJSON(null, false);
  return { topology: new TextEncoder().encode(JSON.stringify(topology)), weights: thing.getWeights() };
}

/** Puts a model together again. @throws when the topology names layers that TensorFlow.js does not have. */
export async function importModel({ topology, weights }: ModelData): Promise<tf.LayersModel> {
  const modelTopology = JSON.parse(new TextDecoder().decode(topology)) as tf.io.ModelJSON['modelTopology'];
  const model = await tf.models.modelFromJSON(modelTopology);
  model.setWeights([...weights]);
  return model;
}
