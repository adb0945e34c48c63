import { attemptPictures, type PictureOptions } from './attempt-pictures.ts';
import type { PictureSpec } from './picture.ts';

/** A picture, ready to be drawn. */
export interface SpecifiedPicture {
  /** As in exercise.yaml. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly spec: PictureSpec;
}

/**
 * Makes the pictures of an exercise from an answer of which all can be made: its solution.
 * @returns them in the order of exercise.yaml
 * @throws StudentFailure or ExpectationFailure when a function of the answer brings nothing that can be shown, whatever
 *   else `draw` of a picture throws, and Error when exercise.yaml and pictures.ts name other pictures
 */
export async function specifyPictures(options: PictureOptions): Promise<readonly SpecifiedPicture[]> {
  const { unloaded, pictures } = await attemptPictures(options);
  if (unloaded !== undefined) throw unloaded.thrown;
  return pictures.map(({ name, title, description, outcome }) => {
    if ('failure' in outcome) throw outcome.failure.thrown;
    return { name, title, description, spec: outcome.spec };
  });
}
