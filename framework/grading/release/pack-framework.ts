import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { libraryFolder } from '../../data/dataset-library.ts';
import { tarGzip } from './tar.ts';

/** The framework as one file that npm can install. */
export interface PackedFramework {
  /** `descent-0.1.0.tgz` */
  readonly name: string;
  readonly content: Uint8Array;
  /** As lockfiles write it: `sha512-…`. */
  readonly integrity: string;
  readonly manifest: FrameworkManifest;
  /** What lies in it, relative to the package. */
  readonly paths: readonly string[];
}

/** The parts of the framework's package.json that a lockfile repeats. */
export interface FrameworkManifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

/** Folders that only authors need. Templates hold hidden checks of their own. */
const LEFT_OUT = /(?:^|\/)(?:node_modules|templates|attacks|fixtures|assembly\/[^/]+\.mjs)(?:\/|$)/;
const LEFT_OUT_FILES = /(?:\.test\.ts|\.map|\.cache|(?:^|\/)build\.mjs|(?:^|\/)(?:test-[\w-]+|testing)\.ts)$/;

/** Packs the framework around this very program, with its data sets. The same framework gives the same bytes. */
export async function packFramework(): Promise<PackedFramework> {
  const root = dirname(createRequire(import.meta.url).resolve('descent/package.json'));
  const files = new Map<string, Uint8Array>();
  const add = async (folder: string, prefix: string, skip: (path: string) => boolean): Promise<void> => {
    for (const name of (await readdir(folder, { recursive: true })).sort()) {
      const path = name.replaceAll('\\', '/');
      if (skip(path) || !(await stat(join(folder, name))).isFile()) continue;
      files.set(`package/${prefix}${path}`, await readFile(join(folder, name)));
    }
  };
  await add(
    root,
    '',
    (path) => LEFT_OUT.test(path) || LEFT_OUT_FILES.test(path) || path.startsWith('datasets/'),
  );
  await add(libraryFolder(), 'datasets/', (path) => path.endsWith('.test.ts'));

  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as FrameworkManifest;
  const content = tarGzip(files);
  return {
    name: `${manifest.name}-${manifest.version}.tgz`,
    content,
    integrity: `sha512-${createHash('sha512').update(content).digest('base64')}`,
    manifest,
    paths: [...files.keys()].map((path) => path.slice('package/'.length)),
  };
}
