import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Type, type Static } from '@sinclair/typebox';
import { formatVersion } from '../../document/format-version.ts';
import { hashChecks } from '../kit/grade-work.ts';
import type { Exercise, Kit } from '../kit/kit.ts';
import type { KitFiles } from './kit-files.ts';

/** The file of a kit that says what exactly was released. */
export const RELEASE_FILE = 'release.json';

const sha256 = (description: string) => Type.String({ pattern: '^[0-9a-f]{64}$', description });

/** The schema of `release.json`. */
export const releaseLockSchema = Type.Object({
  schema: formatVersion(1),
  kit: Type.Optional(Type.String({ description: 'Version of the repository that it was made from.' })),
  exercises: Type.Array(
    Type.Object({
      id: Type.String({ description: 'Its folder.' }),
      version: Type.Integer({ minimum: 1, description: 'From exercise.yaml.' }),
      checks: sha256('SHA-256 over all its checks, also those that students do not get.'),
    }),
  ),
  files: Type.Record(Type.String(), sha256('SHA-256.'), { description: 'Every file by its path.' }),
});

/** What exactly was released: of each exercise its version and the hash of its checks, of each file its own. */
export type ReleaseLock = Static<typeof releaseLockSchema>;

/** Makes the lock of a kit from its files. */
export async function makeReleaseLock(
  exercises: readonly Exercise[],
  files: KitFiles,
  { root }: Kit,
): Promise<ReleaseLock> {
  const listed = exercises.map(async (exercise) => {
    const { id, version } = exercise.manifest;
    return { id, version, checks: await hashChecks(exercise) };
  });
  const hashes = [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, content]) => [path, createHash('sha256').update(content).digest('hex')] as const);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version?: string };
  return {
    schema: 1,
    ...(version === undefined ? {} : { kit: version }),
    exercises: await Promise.all(listed),
    files: Object.fromEntries(hashes),
  };
}
