import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import * as tf from '#tensorflow';
import type * as experiments from './experiment/main.ts';

let loaded: typeof experiments | undefined;

/**
 * The part of the runtime that runs experiment files. It is a bundle of its own, loaded when it is first asked for:
 * most submissions are code and start faster without it.
 * @param folder the runtime's own folder
 */
export function loadExperiments(folder: string): typeof experiments {
  if (loaded !== undefined) return loaded;
  const path = join(folder, 'experiment.cjs');
  const script = new Script(`(function(exports,require,module){${readFileSync(path, 'latin1')}\n})`, {
    filename: path,
  });
  const requireOfNode = createRequire(path);
  const bundle = { exports: {} };
  const run = script.runInThisContext() as (...parameters: unknown[]) => void;
  // One TensorFlow.js in a process: else tensors of one copy would be strangers to the other.
  const provide = (name: string): unknown => (name === '#tensorflow' ? tf : requireOfNode(name));
  run(bundle.exports, provide, bundle);
  return (loaded = bundle.exports as typeof experiments);
}
