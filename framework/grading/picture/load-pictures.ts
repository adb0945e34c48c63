import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importTypeScript } from '../../experiment/spec/import-typescript.ts';
import type { Exercise } from '../kit/kit.ts';
import type { PictureFile } from './picture.ts';

/** The file that declares the pictures of an exercise. */
export const PICTURE_FILE = 'pictures.ts';

/**
 * Loads the pictures of an exercise into this process; trusted code, as its checks are.
 * @returns undefined for an exercise without pictures
 * @throws Error when the file cannot be compiled, or exports no `pictures`
 */
export async function loadPictures({ graders }: Exercise): Promise<PictureFile | undefined> {
  const path = join(graders, PICTURE_FILE);
  if (!existsSync(path)) return undefined;
  const { pictures } = await importTypeScript(path);
  if (pictures === undefined) throw new Error(`${path} exports no "pictures" (see definePictures)`);
  return pictures as PictureFile;
}
