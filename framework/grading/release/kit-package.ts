import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemsError } from '../../document/problem.ts';
import type { Kit } from '../kit/kit.ts';
import type { KitFiles } from './kit-files.ts';
import { lockFileFor } from './lock-file.ts';
import type { PackedFramework } from './pack-framework.ts';

/**
 * What `npm ci` needs in a kit that was written elsewhere: `package.json`, a lockfile with the versions that are tested here, and
 * the framework itself as a file.
 * @param scripts of package.json
 * @throws ProblemsError for a repository without a lockfile
 */
export async function kitPackage(
  { root }: Kit,
  framework: PackedFramework,
  scripts: Readonly<Record<string, string>>,
): Promise<KitFiles> {
  const manifest = {
    name: 'descent-exercises',
    version: framework.manifest.version,
    private: true,
    license: framework.manifest.license,
    type: 'module',
    engines: framework.manifest.engines,
    scripts,
    // As a file, never by a name that a registry could answer.
    dependencies: { [framework.manifest.name]: `file:${framework.name}` },
  };
  const lock = join(root, 'package-lock.json');
  if (!existsSync(lock)) {
    throw new ProblemsError([
      { file: 'package-lock.json', message: 'the file is missing', fix: 'Run: npm install' },
    ]);
  }
  const own = JSON.parse(await readFile(lock, 'utf8')) as Parameters<typeof lockFileFor>[2];
  const encoder = new TextEncoder();
  return new Map([
    ['package.json', encoder.encode(`${JSON.stringify(manifest, undefined, 2)}\n`)],
    ['package-lock.json', encoder.encode(lockFileFor(manifest, framework, own))],
    [framework.name, framework.content],
  ]);
}
