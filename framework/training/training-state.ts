import * as tf from '#tensorflow';
import type { Model } from '../model/model.ts';
import type { CallbackPart, CallbackRequest } from './callback.ts';
import type { TrainingCheckpoint, TensorValues } from './checkpoint.ts';
import type { Update } from './update.ts';

/** The weights of an epoch. They share memory with the model until it moves on, so they cost nothing. */
interface Snapshot {
  readonly epoch: number;
  readonly weights: readonly tf.Tensor[];
}

/** What changes during a training run, besides the model itself. */
export class TrainingState {
  /** Number of epochs done. */
  epoch = 0;
  /** Number of updates done. */
  step = 0;
  learningRateScale = 1;
  /** Why a callback has stopped the run. */
  stop: string | null = null;
  readonly #model: Model;
  readonly #update: Update;
  readonly #callbacks: readonly CallbackPart[];
  #best: Snapshot | null = null;
  #last: Snapshot;

  constructor(model: Model, update: Update, callbacks: readonly CallbackPart[]) {
    this.#model = model;
    this.#update = update;
    this.#callbacks = callbacks;
    this.#last = this.#snapshot();
  }

  /**
   * Counts a finished epoch and does what callbacks ask. Tells whether it is the best so far.
   * @param requests one per callback, in order
   */
  finishEpoch(requests: readonly CallbackRequest[]): boolean {
    this.epoch++;
    free(this.#last);
    this.#last = this.#snapshot();
    // Where a callback restores the best weights, it alone says which those are.
    const judge = this.#callbacks.findIndex((callback) => callback.restoresBest);
    const isBest = (judge < 0 ? requests : [requests[judge]!]).some((request) => request.keepBest);
    if (isBest) {
      free(this.#best);
      this.#best = this.#snapshot();
    }
    for (const { scaleLearningRate = 1 } of requests) this.learningRateScale *= scaleLearningRate;
    this.stop = requests.find((request) => request.stop !== undefined)?.stop ?? null;
    return isBest;
  }

  /**
   * Gives the model the weights that the run ends with: those of the best epoch where a callback restores
   * them, else of the last whole epoch. Returns that epoch.
   */
  chooseWeights(): number {
    const restoresBest = this.#callbacks.some((callback) => callback.restoresBest);
    const chosen = (restoresBest ? this.#best : null) ?? this.#last;
    this.#model.weights.forEach(({ variable }, index) => {
      variable.assign(chosen.weights[index]!);
    });
    return chosen.epoch;
  }

  /** Reads everything that a run needs to go on from the end of the last whole epoch. */
  async capture(): Promise<TrainingCheckpoint> {
    const named = [
      ...this.#named('weights', this.#last),
      ...this.#update.slots().map(({ name, tensor }) => ({ name: `slots/${name}`, tensor })),
      ...(this.#best ? this.#named('best', this.#best) : []),
    ];
    const tensors = await Promise.all(
      named.map(async ({ name, tensor }): Promise<[string, TensorValues]> => {
        // A copy: on some backends the values read are those that the tensor lives in.
        const values = Float32Array.from(await tensor.data());
        return [name, { shape: tensor.shape, values }];
      }),
    );
    return {
      progress: {
        epoch: this.epoch,
        step: this.step,
        learningRateScale: this.learningRateScale,
        bestEpoch: this.#best?.epoch ?? null,
        stop: this.stop,
        callbacks: this.#callbacks.map((callback) => callback.state()),
      },
      tensors: Object.fromEntries(tensors),
    };
  }

  /**
   * Takes up a run where a checkpoint left it: weights, slots, callbacks and counts.
   * @throws Error when the checkpoint belongs to another model, optimizer or list of callbacks.
   */
  restore({ progress, tensors }: TrainingCheckpoint): void {
    if (progress.callbacks.length !== this.#callbacks.length) {
      throw new Error(
        `the checkpoint has ${progress.callbacks.length} callbacks, the run ${this.#callbacks.length}: it belongs to another experiment`,
      );
    }
    const weights = (group: string) =>
      this.#model.weights.map(({ name, variable }) => tensorOf(tensors, `${group}/${name}`, variable.shape));
    const { epoch, step, learningRateScale, bestEpoch, stop } = progress;
    free(this.#last);
    this.#last = { epoch, weights: weights('weights') };
    free(this.#best);
    this.#best = bestEpoch === null ? null : { epoch: bestEpoch, weights: weights('best') };
    this.#model.weights.forEach(({ variable }, index) => {
      variable.assign(this.#last.weights[index]!);
    });
    this.#update.setSlots((name, shape) => tensorOf(tensors, `slots/${name}`, shape));
    this.#callbacks.forEach((callback, index) => {
      callback.restore(progress.callbacks[index]!);
    });
    Object.assign(this, { epoch, step, learningRateScale, stop });
  }

  /** Frees the snapshots and the slots; the model stays. */
  dispose(): void {
    free(this.#last);
    free(this.#best);
    this.#update.dispose();
  }

  #snapshot(): Snapshot {
    return { epoch: this.epoch, weights: this.#model.weights.map(({ variable }) => variable.clone()) };
  }

  #named(group: string, { weights }: Snapshot) {
    return this.#model.weights.map(({ name }, index) => ({
      name: `${group}/${name}`,
      tensor: weights[index]!,
    }));
  }
}

function free(snapshot: Snapshot | null): void {
  if (snapshot) tf.dispose([...snapshot.weights]);
}

function tensorOf(tensors: TrainingCheckpoint['tensors'], name: string, shape: readonly number[]): tf.Tensor {
  const saved = tensors[name];
  if (!saved)
    throw new Error(`the checkpoint has no tensor "${name}": it belongs to another model or optimizer`);
  if (saved.shape.join() !== shape.join()) {
    throw new Error(
      `"${name}" has shape [${saved.shape.join(', ')}] in the checkpoint, but [${shape.join(', ')}] in the model: it belongs to another model`,
    );
  }
  return tf.tensor(Float32Array.from(saved.values), [...shape], 'float32');
}
