import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import * as tf from '#tensorflow';

const MODEL_FILE = 'model.json';
const WEIGHTS_FILE = 'weights.bin';

/**
 * Writes a model into a folder in the layers format of TensorFlow.js: `model.json` (topology and weight names)
 * and `weights.bin`. Each file appears whole or not at all; the weights come first, so a `model.json` never
 * stands without them. TensorFlow.js itself can write to disk only in tfjs-node.
 */
export async function saveModel(model: tf.LayersModel, folder: string): Promise<void> {
  await model.save({
    async save(artifacts) {
      const { modelTopology, weightSpecs, weightData, format, generatedBy, convertedBy } = artifacts;
      if (!weightSpecs || !weightData) throw new Error('a model without weights cannot be saved');
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(
        join(folder, WEIGHTS_FILE),
        Buffer.from(tf.io.CompositeArrayBuffer.join(weightData)),
      );
      const document = {
        modelTopology,
        format,
        generatedBy,
        convertedBy,
        weightsManifest: [{ paths: [WEIGHTS_FILE], weights: weightSpecs }],
      };
      await writeFileAtomic(join(folder, MODEL_FILE), JSON.stringify(document));
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    },
  });
}

/**
 * Loads a model that `saveModel` wrote, or any in the layers format of TensorFlow.js, from a folder.
 * @throws Error of the file system when a file is missing.
 */
export async function loadModel(folder: string): Promise<tf.LayersModel> {
  return tf.loadLayersModel({
    async load() {
      const { document, specs, data } = await readModel(folder);
      return { modelTopology: document.modelTopology, weightSpecs: specs, weightData: data };
    },
  });
}

/**
 * The weights of a saved model by name, for a model that is built anew from its experiment. The caller disposes of them.
 * @throws Error of the file system when a file is missing.
 */
export async function readWeights(folder: string): Promise<Readonly<Record<string, tf.Tensor>>> {
  const { specs, data } = await readModel(folder);
  return tf.io.decodeWeights(data, specs);
}

async function readModel(
  folder: string,
): Promise<{ document: tf.io.ModelJSON; specs: tf.io.WeightsManifestEntry[]; data: ArrayBuffer }> {
  const document = JSON.parse(await readFile(join(folder, MODEL_FILE), 'utf8')) as tf.io.ModelJSON;
  const files = document.weightsManifest.flatMap((group) => group.paths);
  const weights = Buffer.concat(await Promise.all(files.map((file) => readFile(join(folder, file)))));
  const specs = document.weightsManifest.flatMap((group) => group.weights);
  return { document, specs, data: new Uint8Array(weights).buffer };
}
