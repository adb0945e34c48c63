import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The folder of Descent's WebAssembly modules. Found from the sources and from the bundle, as both lie in the same
 * package; a student process has a copy in its own folder.
 */
export function kernelFolder(): string {
  const root = dirname(createRequire(import.meta.url).resolve('descent/package.json'));
  return join(root, 'backend', 'kernels', 'assembly');
}
