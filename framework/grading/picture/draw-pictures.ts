import { drawPictureInPage } from '../../page/charts/picture.ts';
import type { Html } from '../../page/html.ts';
import { judgeFailure } from '../grade/judge-failure.ts';
import type { PictureAttempt, PictureAttempts, PictureFailure } from './attempt-pictures.ts';

/** A picture as a part of a page, or why there is none. */
export interface DrawnPicture extends Omit<PictureAttempt, 'outcome'> {
  readonly outcome: { readonly chart: Html } | { readonly failure: PictureFailure };
}

/** What came of the pictures of an exercise. */
export interface Gallery {
  /** Why the answer could not be loaded; then there are no pictures. */
  readonly unloaded: PictureFailure | undefined;
  readonly pictures: readonly DrawnPicture[];
}

/** Draws what was specified, for a page. A specification that cannot be drawn is a fault of the picture. */
export async function drawPictures({ unloaded, pictures }: PictureAttempts): Promise<Gallery> {
  const drawn: DrawnPicture[] = [];
  for (const picture of pictures) drawn.push({ ...picture, outcome: await draw(picture) });
  return { unloaded, pictures: drawn };
}

async function draw({ name, title, description, outcome }: PictureAttempt): Promise<DrawnPicture['outcome']> {
  if ('failure' in outcome) return outcome;
  try {
    // Nobody knows what a student's functions have drawn; the description says what it should be.
    const text = { id: `picture-${name}`, title, description: `When all is right: ${description}` };
    return { chart: await drawPictureInPage(outcome.spec, text) };
  } catch (thrown) {
    return { failure: { ...judgeFailure(thrown), thrown } };
  }
}
