import * as tf from '#tensorflow';
import type { InitializerPart, RegularizerPart } from './layer.ts';
import type { Stream } from '../random/stream.ts';

type KerasInitializer = ReturnType<typeof tf.initializers.zeros>;

/**
 * An initializer of TensorFlow.js that is saved under its Keras name and configuration but takes its values
 * from ours: from a named stream, computed on the CPU.
 */
export function kerasInitializer(part: InitializerPart, stream: Stream): KerasInitializer {
  const registered = tf.serialization.SerializationMap.getMap().classNameMap[part.kerasName];
  if (!registered) throw new Error(`TensorFlow.js knows no initializer "${part.kerasName}"`);
  const [constructor, fromConfig] = registered;
  const initializer = fromConfig(
    constructor,
    part.kerasConfig as tf.serialization.ConfigDict,
  ) as unknown as KerasInitializer;
  initializer.apply = (shape) => {
    const sizes = shape as number[];
    return tf.tensor(part.values(sizes, stream), sizes);
  };
  return initializer;
}

/**
 * The regularizer as a saved model records it. TensorFlow.js would apply it only in `model.fit`, which Descent
 * does not use. Both strengths are named, because a missing one means 0.01 to it.
 */
export function kerasRegularizer(part: RegularizerPart) {
  return tf.regularizers.l1l2({ l1: part.l1, l2: part.l2 });
}
