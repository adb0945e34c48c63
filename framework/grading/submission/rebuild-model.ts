import type { HandleOwner } from './handle.ts';
import { StudentHandle } from './handle.ts';
import { valueOf } from './outcome.ts';
import type { ProcessPool } from './process-pool.ts';
import { createSession } from './session.ts';

/** A model that runs in a clean process. */
export interface RebuiltModel {
  /** Its outputs for a tensor of inputs. @throws StudentFailure */
  predict(inputs: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * Builds an exported model (topology and weights) in a fresh process that has seen none of the student's code: for
 * exercises that limit what a network may be. Only layers that TensorFlow.js knows can be built.
 * @param exported what `StudentHandle.export` brought
 * @throws StudentFailure when it cannot be built
 */
export async function rebuildModel(exported: unknown, pool: ProcessPool): Promise<RebuiltModel> {
  const unused = (): Promise<never> => Promise.reject(new Error('a rebuilt model can only predict'));
  const owner: HandleOwner = { call: unused, get: unused, exportModel: unused, release: unused };
  const session = createSession({ pool, files: {}, entry: 'the model', owner });
  const ask = async (operation: 'importModel' | 'call', value: unknown) =>
    valueOf(await session.ask({ operation, value, name: 'the model' }));

  const handle = await ask('importModel', exported);
  if (!(handle instanceof StudentHandle)) throw new Error('the process built no model');
  const target = { handle, member: 'predict' };
  return {
    async predict(inputs) {
      const answer = await ask('call', { target, arguments: [inputs], sync: false, returnArguments: false });
      return (answer as { value?: unknown } | null)?.value;
    },
    close: session.close,
  };
}
