import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ProblemsError } from '../../document/problem.ts';
import type { Exercise, Kit } from '../kit/kit.ts';
import { exerciseFiles, libraryFiles, type KitFiles } from './kit-files.ts';
import { findLeaks, forbiddenPaths } from './leaks.ts';
import { kitPackage } from './kit-package.ts';
import { packFramework, type PackedFramework } from './pack-framework.ts';
import { makeReleaseLock, RELEASE_FILE } from './release-lock.ts';
import { studentReadme } from './student-readme.ts';

/** What a kit for students is made of. */
export interface ReleaseOptions {
  readonly kit: Kit;
  /** All exercises of the repository, whose secrets are looked for. */
  readonly all: readonly Exercise[];
  /** Those that the kit has. */
  readonly exercises: readonly Exercise[];
  /** Whether it has the visible checks. */
  readonly isVisible: boolean;
  /** An empty folder, or one that does not exist. */
  readonly out: string;
}

/** A release as it was written. */
export interface Release {
  readonly files: KitFiles;
  /** Bytes of all files. */
  readonly bytes: number;
}

const SCRIPTS = { test: 'descent test', watch: 'descent watch', hint: 'descent hint' };

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2023'],
    types: [],
    module: 'ESNext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
  },
  include: ['exercises'],
};

/**
 * Writes the kit that students get. Nothing is written when something in it would be a secret.
 * @throws ProblemsError for a folder that is not empty, for leaks, or a kit without a lockfile
 */
export async function writeRelease(options: ReleaseOptions): Promise<Release> {
  const { kit, exercises, out } = options;
  if (existsSync(out) && (await readdir(out)).length > 0) {
    throw new ProblemsError([
      { file: out, message: 'the folder is not empty', fix: 'Name a new folder, or empty this one.' },
    ]);
  }
  const framework = await packFramework();
  const files = await releaseFiles(options, framework);
  const leaks = [...(await findLeaks(files, options.all)), ...forbiddenPaths(framework.paths)];
  if (leaks.length > 0) throw new ProblemsError(leaks);
  files.set(RELEASE_FILE, json(await makeReleaseLock(exercises, files, kit)));
  let bytes = 0;
  for (const [path, content] of files) {
    const target = join(out, ...path.split('/'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
    bytes += content.length;
  }
  return { files, bytes };
}

async function releaseFiles(
  { kit, exercises, isVisible }: ReleaseOptions,
  framework: PackedFramework,
): Promise<KitFiles> {
  return new Map([
    ...(await exerciseFiles(exercises, { isVisible })),
    ...(await libraryFiles(kit)),
    ['README.md', text(studentReadme(exercises, { isVisible }))],
    ...(await kitPackage(kit, framework, SCRIPTS)),
    ['tsconfig.json', json(TSCONFIG)],
    ['.gitignore', text('node_modules/\nruns/\n.descent/\n*.backup-*\n')],
  ]);
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function json(value: unknown): Uint8Array {
  return text(`${JSON.stringify(value, undefined, 2)}\n`);
}
