import {
  confusionPicture,
  createStream,
  definePictures,
  type PictureSpec,
  type Student,
} from 'descent/grading';
import { drawDigits, type Digits } from './digits.ts';
import { exports } from './exports.ts';

type Answer = Student<typeof exports>;

/** What a network of the pictures is called, and how it has learned. */
interface Lesson {
  readonly name: string;
  readonly isDense?: boolean;
  readonly amounts?: { readonly rotate?: number; readonly shift?: number };
  readonly epochs: number;
}

const UPRIGHT: Lesson = { name: 'upright digits', epochs: 6 };
const TILTED: Lesson = { name: 'up to 30°', amounts: { rotate: 30 }, epochs: 6 };
const ANYHOW: Lesson = { name: 'up to 180°', amounts: { rotate: 180 }, epochs: 10 };
const DENSE: Lesson = { name: 'dense', isDense: true, epochs: 6 };
const SHIFTED: Lesson = { name: 'CNN, shifted digits', amounts: { shift: 2 }, epochs: 6 };

/** 1,000 digits to learn from, a few to validate with, and 500 others. */
let drawn: Promise<Digits[]> | undefined;
const digits = () => (drawn ??= drawDigits(createStream(29).derive('pictures'), [1000, 20, 500]));

async function train(student: Answer, { amounts, epochs, isDense = false }: Lesson) {
  const [training, validation] = await digits();
  const model = await (isDense ? student.buildMlp(1) : student.buildCnn(1));
  const augment = amounts === undefined ? {} : { augment: await student.augmenter(amounts) };
  await student.fit(model, training, validation, { epochs, seed: 1, ...augment });
  return model;
}

const trainings = new WeakMap<Answer, Map<Lesson, ReturnType<typeof train>>>();

/** A network of an answer, trained once for all pictures. */
function trained(student: Answer, lesson: Lesson): ReturnType<typeof train> {
  const networks = trainings.get(student) ?? new Map<Lesson, ReturnType<typeof train>>();
  trainings.set(student, networks);
  const network = networks.get(lesson) ?? train(student, lesson);
  networks.set(lesson, network);
  return network;
}

/** Lines of accuracy over an amount, one for each network, with its name at one of the amounts. */
function linesOf(
  values: readonly object[],
  names: readonly string[],
  hues: readonly string[],
  x: object,
  labels: readonly object[],
): PictureSpec {
  const y = {
    field: 'accuracy',
    type: 'quantitative',
    title: 'right answers (%)',
    scale: { domain: [0, 104], nice: false },
    axis: { values: [0, 20, 40, 60, 80, 100] },
  };
  const color = { field: 'name', type: 'nominal', scale: { domain: names, range: hues }, legend: null };
  return {
    width: 560,
    height: 320,
    layer: [
      { data: { values }, mark: { type: 'line', strokeWidth: 2.5 }, encoding: { x, y, color } },
      {
        data: { values },
        mark: { type: 'point', filled: true, size: 26, opacity: 1 },
        encoding: { x, y, color },
      },
      {
        data: { values: labels },
        mark: { type: 'text', fontWeight: 600, fontSize: 12, align: 'left' },
        encoding: { x, y, color, text: { field: 'name', type: 'nominal' } },
      },
    ],
  };
}

export const pictures = definePictures(exports, {
  angles: {
    title: 'How much turning it bears',
    description:
      'Right answers for 500 digits, turned by −180 to 180 degrees, of three networks. The one that has learned upright digits is the best at 0, with 92 %, and falls steeply on both sides, to 10 % at 90 degrees. The one that has learned digits turned by up to 30 degrees is nearly as good at 0 and falls later. The one that has learned all angles gets about 65 % everywhere.',
    async draw({ student, color }): Promise<PictureSpec> {
      const [, , others] = await digits();
      const angles = Array.from({ length: 25 }, (_, place) => 15 * place - 180);
      const lessons = [UPRIGHT, TILTED, ANYHOW];
      const values: object[] = [];
      for (const lesson of lessons) {
        const model = await trained(student, lesson);
        const shares = await student.sensitivity(model, others, 'rotate', angles);
        shares.forEach((share, place) => {
          values.push({ name: lesson.name, amount: angles[place], accuracy: 100 * share });
        });
      }
      const x = {
        field: 'amount',
        type: 'quantitative',
        title: 'turned by (degrees)',
        scale: { domain: [-180, 180], nice: false },
        axis: { values: [-180, -135, -90, -45, 0, 45, 90, 135, 180] },
      };
      return linesOf(
        values,
        lessons.map(({ name }) => name),
        [color.first, color.second, color.third],
        x,
        [
          { name: UPRIGHT.name, amount: -28, accuracy: 101 },
          { name: TILTED.name, amount: 42, accuracy: 84 },
          { name: ANYHOW.name, amount: 100, accuracy: 76 },
        ],
      );
    },
  },

  shifts: {
    title: 'How much shifting it bears',
    description:
      'Right answers for 500 digits, shifted to the right by 0 to 4 of 14 pixels, of three networks. The dense network falls fastest, the convolutional network later, but it falls as well. The convolutional network that has learned digits shifted by up to two pixels stays good for two pixels and falls after that.',
    async draw({ student, color }): Promise<PictureSpec> {
      const [, , others] = await digits();
      const shifts = [0, 1, 2, 3, 4];
      const lessons = [{ ...UPRIGHT, name: 'CNN' }, DENSE, SHIFTED];
      const values: object[] = [];
      for (const [index, lesson] of [UPRIGHT, DENSE, SHIFTED].entries()) {
        const model = await trained(student, lesson);
        const shares = await student.sensitivity(model, others, 'shift', shifts);
        shares.forEach((share, place) => {
          values.push({ name: lessons[index]!.name, amount: shifts[place], accuracy: 100 * share });
        });
      }
      const x = {
        field: 'amount',
        type: 'quantitative',
        title: 'shifted to the right by (pixels of 14)',
        scale: { domain: [0, 4.2], nice: false },
        axis: { values: shifts },
      };
      return linesOf(
        values,
        lessons.map(({ name }) => name),
        [color.first, color.second, color.third],
        x,
        [
          { name: 'CNN', amount: 1.72, accuracy: 73 },
          { name: DENSE.name, amount: 0.62, accuracy: 60 },
          { name: SHIFTED.name, amount: 2.05, accuracy: 84 },
        ],
      );
    },
  },

  'six-and-nine': {
    title: 'Six and nine',
    description:
      'A table with a row for each digit and a column for each name, counted over 500 upright digits, of the network that has learned digits turned by up to 180 degrees. The 6 stands out: it is more often named 9 than 6. The 7 is often named 4. Most others stand on the diagonal.',
    async draw({ student }): Promise<PictureSpec> {
      const [, , others] = await digits();
      const counts = await student.confusion(await trained(student, ANYHOW), others);
      const pairs = counts.flatMap((row, truth) =>
        row.flatMap((count, named) => Array.from({ length: count }, () => ({ truth, named }))),
      );
      return confusionPicture({
        classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
        truth: pairs.map(({ truth }) => truth),
        named: pairs.map(({ named }) => named),
      });
    },
  },
});
