import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';

let imports = 0;

/**
 * Compiles a trusted TypeScript file with what it imports and runs it in this process. Its `import … from 'descent'` gets the
 * running framework, so that TensorFlow.js and the components exist once. Each import runs the file anew.
 * @returns its exports
 * @throws BuildFailure of esbuild when it cannot be compiled, and whatever the file throws
 */
export async function importTypeScript(path: string): Promise<Record<string, unknown>> {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'silent',
    plugins: [runningFramework],
  });
  // A data URL needs no file that would have to be removed; the same one twice would be run once. In stack traces it has the
  // name of the file.
  const code = `${result.outputFiles[0]!.text}\n//# sourceURL=${pathToFileURL(path).href}?import=${imports++}\n`;
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  return (await import(url)) as Record<string, unknown>;
}

/** Leads `descent` and `descent/grading` to the files of this very framework instead of a second copy. */
const runningFramework: Plugin = {
  name: 'running-framework',
  setup(build) {
    build.onResolve({ filter: /^descent(\/grading)?$/ }, ({ path }) => ({
      path: pathToFileURL(createRequire(import.meta.url).resolve(path)).href,
      external: true,
    }));
  },
};
