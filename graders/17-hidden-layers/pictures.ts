import { definePictures, type PictureSpec } from 'descent/grading';
import { exports } from './exports.ts';
import { drawSpiral, type Points } from './points.ts';
import { surfacePanel } from './surface-panel.ts';

const COURSE = { epochs: 80, batchSize: 50, learningRate: 0.03, seed: 4 };

/** So many of the points that one can still see what is behind them. */
const some = ({ xs, labels }: Points): Points => ({ xs: xs.slice(0, 150), labels: labels.slice(0, 150) });

export const pictures = definePictures(exports, {
  'spiral-learned': {
    title: 'What a network says while it learns',
    description:
      'Three times the same spiral of two arms, and the color that a network with two hidden layers gives to every place: after 5 epochs a bent boundary that crosses the arms, after 20 the outer parts of the arms, after 80 two colored arms that wind around each other.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const points = drawSpiral(stream('spiral'), 400);
      const model = await student.buildNetwork(2, [16, 16], 'relu', 4);
      const panels: object[] = [];
      let done = 0;
      for (const epochs of [5, 20, 80]) {
        await student.train(model, points, { ...COURSE, epochs: epochs - done, seed: COURSE.seed + done });
        done = epochs;
        const share = await student.accuracy(model, points);
        const title = `${epochs} epochs: ${Math.round(100 * share)} %`;
        panels.push(await surfacePanel(model, some(points), { title, color, width: 152 }));
      }
      return { hconcat: panels };
    },
  },

  'networks-of-the-spiral': {
    title: 'Four networks, one spiral',
    description:
      'What four trained networks say all over the plane. Without hidden layers a straight boundary through both arms; with one layer of 16 units a few straight pieces that follow the arms in part; with two layers of 8 most of both arms; with two layers of 16 all of them.',
    async draw({ student, stream, color }): Promise<PictureSpec> {
      const [training, validation] = [drawSpiral(stream('spiral'), 400), drawSpiral(stream('other'), 400)];
      const rows = await student.compare([[], [16], [8, 8], [16, 16]], training, validation, COURSE);
      const panels: object[] = [];
      for (const { hidden, parameters, accuracy, model } of rows) {
        const title = [
          hidden.length === 0 ? 'no hidden layer' : hidden.join(' + '),
          `${parameters} parameters, ${Math.round(100 * accuracy)} %`,
        ];
        panels.push(
          await surfacePanel(model, some(training), { title: title.join(': '), color, width: 200 }),
        );
      }
      return { concat: panels, columns: 2 };
    },
  },
});
