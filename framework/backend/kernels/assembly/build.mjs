// Builds the kernels: `node framework/backend/kernels/assembly/build.mjs` writes kernels.simd.wasm and
// kernels.relaxed.wasm beside this file; both are committed, so that users need no compiler. With `--check`
// it writes nothing and fails when the committed modules are not what the sources build.
import asc from 'assemblyscript/asc';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Plain SIMD gives the same bits everywhere; relaxed SIMD has the fused multiply-add (Node 22 and newer). */
export const MODULES = {
  'kernels.simd.wasm': ['--enable', 'simd'],
  'kernels.relaxed.wasm': ['--enable', 'simd', '--enable', 'relaxed-simd'],
};

/**
 * Compiles one module in memory.
 * @param {keyof typeof MODULES} name
 * @returns {Promise<Uint8Array>}
 */
export async function compile(name) {
  let binary;
  const { error, stderr } = await asc.main(
    [
      'kernels.ts',
      ...['--baseDir', here, '--outFile', name, '--runtime', 'stub', '--importMemory', '--noExportMemory'],
      ...['--optimizeLevel', '3', '--converge', '--noAssert', '--use', 'abort=', ...MODULES[name]],
    ],
    {
      writeFile: (file, contents) => {
        if (file === name) binary = contents;
      },
    },
  );
  if (error) throw new Error(`${name} does not compile: ${stderr.toString()}`, { cause: error });
  return binary;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of Object.keys(MODULES)) {
    const file = join(here, name);
    const binary = await compile(name);
    if (process.argv.includes('--check')) {
      if (!(await readFile(file)).equals(binary)) throw new Error(`${name} is not what the sources build.`);
    } else {
      await writeFile(file, binary);
    }
    console.log(`${name}: ${binary.length} bytes`);
  }
}
