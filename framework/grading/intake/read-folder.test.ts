import { execFileSync } from 'node:child_process';
import { chmod, link, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFolder, renameFiles } from './read-folder.ts';
import { RefusedError } from './submitted-tree.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'descent-intake-'));
});
afterEach(() => rm(folder, { recursive: true }));

const isWindows = process.platform === 'win32';

async function readOrRefusal(path = 'exercise.ts'): Promise<string> {
  try {
    return Buffer.from(await (await readFolder(folder)).read(path)).toString();
  } catch (error) {
    if (error instanceof RefusedError) return `refused: ${error.message}`;
    throw error;
  }
}

describe('a folder', () => {
  it('is listed with its folders, without packages and repositories', async () => {
    await mkdir(join(folder, 'node_modules'));
    await writeFile(join(folder, 'node_modules', 'x.ts'), '');
    await mkdir(join(folder, '02-line-gd'));
    await writeFile(join(folder, '02-line-gd', 'exercise.ts'), 'text');
    expect((await readFolder(folder)).paths).toEqual(['02-line-gd/exercise.ts']);
    expect(await readOrRefusal('02-line-gd/exercise.ts')).toBe('text');
  });

  it('of an export that renamed the files shows them under their own names', async () => {
    await writeFile(join(folder, 'ada_1_2_exercise.ts'), 'text');
    const tree = await renameFiles(folder, new Map([['exercise.ts', 'ada_1_2_exercise.ts']]));
    expect(tree.paths).toEqual(['exercise.ts']);
    expect(Buffer.from(await tree.read('exercise.ts')).toString()).toBe('text');
    expect(tree.modified('exercise.ts')).toBeInstanceOf(Date);
  });

  it('with too many files is refused', async () => {
    await Promise.all(
      Array.from({ length: 5_001 }, (_, index) => writeFile(join(folder, String(index)), '')),
    );
    await expect(readFolder(folder)).rejects.toThrow(new RefusedError('has more than 5000 files'));
  });
});

describe.skipIf(isWindows)('a hostile folder', () => {
  const path = () => join(folder, 'exercise.ts');

  it('with a link in place of the file', async () => {
    await symlink('/etc/passwd', path());
    expect(await readOrRefusal()).toBe('refused: is a link');
  });

  it('with a link in place of a folder', async () => {
    await symlink('/etc', join(folder, '02-line-gd'));
    expect((await readFolder(folder)).paths).toEqual(['02-line-gd']);
    expect(await readOrRefusal('02-line-gd/passwd')).toBe('refused: lies behind a link');
  });

  it('with a hard link to a file of somebody else', async () => {
    await writeFile(join(folder, 'own.txt'), 'secret');
    await link(join(folder, 'own.txt'), path());
    expect(await readOrRefusal()).toBe('refused: is a hard link to another file');
  });

  it('with a pipe that nobody writes to', async () => {
    execFileSync('mkfifo', [path()]);
    expect(await readOrRefusal()).toBe('refused: is no regular file');
  });

  it('with a sparse file of a terabyte', async () => {
    await writeFile(path(), '');
    await truncate(path(), 2 ** 40);
    expect(await readOrRefusal()).toBe('refused: is larger than 1 MB');
  });

  it('that is a link itself', async () => {
    await symlink(folder, `${folder}-link`);
    await expect(readFolder(`${folder}-link`)).rejects.toThrow(new RefusedError('is not a folder'));
    await rm(`${folder}-link`);
  });

  it('that is nested without end', async () => {
    await mkdir(join(folder, 'a/b/c/d/e/f/g/h/i/j'), { recursive: true });
    await expect(readFolder(folder)).rejects.toThrow(
      new RefusedError('has more than 8 folders in one another'),
    );
  });

  it.skipIf(process.getuid?.() === 0)('with a file that may not be read', async () => {
    await writeFile(path(), '');
    await chmod(path(), 0);
    expect(await readOrRefusal()).toBe('refused: may not be read');
  });
});
