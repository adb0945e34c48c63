import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { Script } from 'node:vm';
import type * as main from './main.ts';

/*
 * The first file of a student process: runs the bundle beside it, with V8's code cache where there is one.
 *   node start.cjs <cache>          serve, with the cache in that file of the runtime's folder
 *   node start.cjs <cache> --write  make that cache
 */
const [, , cacheName = '', mode] = process.argv;
const cachePath = join(__dirname, cacheName);
const bundlePath = join(__dirname, 'runtime.cjs');

const script = new Script(
  `(function(exports,require,module,__filename,__dirname){${readFileSync(bundlePath, 'latin1')}\n})`,
  { filename: bundlePath, ...readCache() },
);
const bundle = { exports: {} };
const run = script.runInThisContext() as (...parameters: unknown[]) => void;
run(bundle.exports, createRequire(bundlePath), bundle, bundlePath, __dirname);
const { serve, warmUp } = bundle.exports as typeof main;

if (mode === '--write') {
  void warmUp(__dirname).then(() => {
    // Under another name first: several processes may be at it, and readers must never see half a file.
    const partial = `${cachePath}.${process.pid}`;
    writeFileSync(partial, script.createCachedData());
    renameSync(partial, cachePath);
    process.exit();
  });
} else {
  serve({ folder: __dirname, codeCacheRejected: script.cachedDataRejected === true });
}

function readCache(): { cachedData?: Buffer } {
  if (mode === '--write' || cacheName === '') return {};
  try {
    return { cachedData: readFileSync(cachePath) };
  } catch {
    // No cache yet: everything works without one, 25 ms later.
    return {};
  }
}
