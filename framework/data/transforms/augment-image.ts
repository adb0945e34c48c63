import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import type { Stream } from '../../random/stream.ts';
import type { Column, ColumnInfo } from '../table.ts';
import type { FittedTransform, TransformPart } from '../transform.ts';
import { drawPlacement, resampleImage } from './place-image.ts';

const stateSchema = Type.Object({
  shape: Type.Tuple([Type.Integer(), Type.Integer(), Type.Integer()]),
  low: Type.Number(),
  high: Type.Number(),
});
/** Shape of an image, and the smallest and largest value of the training part. */
type AugmentState = Static<typeof stateSchema>;

const amount = (maximum: number, description: string) =>
  Type.Number({
    minimum: 0,
    maximum,
    default: 0,
    description,
    reason: 'what keeps the class is known only to you',
  });

/** Images a little changed at every epoch. */
export const augmentImage = defineComponent({
  kind: 'transform',
  type: 'augmentImage',
  summary:
    'Changes every training image a little, anew in every epoch: shift, rotation, zoom, flip, brightness, noise.',
  when: 'Few images, or a model that learns them by heart. Only changes that keep the class: a flipped 2 is no 2. Validation, test and prediction see the images as they are. Put it last.',
  formula: 'each amount is drawn uniformly from −amount to amount; pixels between four others are bilinear',
  source: 'Simard, Steinkraus and Platt (2003), Best practices for convolutional neural networks',
  options: {
    shift: amount(1, 'Shift up, down and sideways by at most this share of height and width.'),
    rotate: amount(180, 'Rotation about the centre by at most so many degrees either way.'),
    zoom: amount(0.9, 'Enlarging or shrinking by at most this share: 0.1 for 90 % to 110 %.'),
    flip: Type.Union(
      [Type.Literal('none'), Type.Literal('horizontal'), Type.Literal('vertical'), Type.Literal('both')],
      {
        default: 'none',
        description: 'Mirroring of every second image: left to right (horizontal), upside down (vertical).',
        reason: 'digits and letters do not survive it',
      },
    ),
    brightness: amount(
      1,
      'Adding at most this share of the range of values to all pixels, or taking it away.',
    ),
    noise: amount(
      1,
      'Normal noise at every value, its standard deviation as a share of the range of values.',
    ),
    fill: Type.Union([Type.Literal('background'), Type.Literal('edge')], {
      default: 'background',
      description:
        'What comes in from outside: the smallest value of the training part, or the nearest pixel of the edge.',
      reason: 'drawings and digits have a dark ground',
    }),
  },
  example: { shift: 0.1, rotate: 10, zoom: 0.1 },
  build(options): TransformPart {
    const { shift, rotate, zoom, flip, brightness, noise } = options;
    if (shift + rotate + zoom + brightness + noise === 0 && flip === 'none') {
      throw new ComponentProblem('nothing is changed', {
        option: 'type',
        fix: 'Give an amount, as shift: 0.1.',
      });
    }
    const fitted = (state: AugmentState): FittedTransform => {
      const [height, width, channels] = state.shape;
      const copy = new Float32Array(height * width * channels);
      const range = state.high - state.low;
      return {
        state,
        transform: (table) => table,
        augment(image, stream) {
          const placement = drawPlacement(options, stream);
          if (placement) {
            copy.set(image);
            const outside = options.fill === 'background' ? state.low : undefined;
            resampleImage(copy, image, { height, width, channels }, placement, outside);
          }
          if (brightness > 0 || noise > 0)
            changeValues(image, state, stream, brightness * range, noise * range);
        },
      };
    };
    return {
      scope: 'training',
      describe(columns) {
        imageOf(columns);
        return columns;
      },
      fit(training) {
        const column = training.columns.find(({ kind }) => kind === 'tensor');
        const shape = [...imageOf(training.columns.map(infoOfImage))] as [number, number, number];
        return fitted({ shape, ...rangeOf(column!) });
      },
      restore(state) {
        if (!Value.Check(stateSchema, state)) throw new Error('this is no state of augmentImage');
        return fitted(state);
      },
    };
  },
});

/** Brightness and noise, kept within the range of the training part. */
function changeValues(
  image: Float32Array,
  { low, high }: AugmentState,
  stream: Stream,
  brightness: number,
  noise: number,
): void {
  const added = brightness === 0 ? 0 : (2 * stream.derive('brightness').uniform() - 1) * brightness;
  const draws = stream.derive('noise');
  for (let index = 0; index < image.length; index++) {
    const value = image[index]! + added + (noise === 0 ? 0 : noise * draws.normal());
    image[index] = value < low ? low : value > high ? high : value;
  }
}

function infoOfImage(column: Column): ColumnInfo {
  if (column.kind === 'tensor') return { name: column.name, kind: 'tensor', shape: column.shape };
  return { name: column.name, kind: 'number' };
}

/** The shape of the only feature. @throws ComponentProblem when it is no image */
function imageOf(columns: readonly ColumnInfo[]): readonly number[] {
  const [first] = columns;
  if (columns.length === 1 && first?.kind === 'tensor' && first.shape.length === 3) return first.shape;
  throw new ComponentProblem('the features are no image [height, width, channels]', {
    option: 'type',
    fix: 'Leave it out, or name the column of images as the only feature.',
  });
}

function rangeOf(column: Column): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  if (column.kind === 'tensor') {
    for (const value of column.values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? { low, high } : { low: 0, high: 0 };
}
