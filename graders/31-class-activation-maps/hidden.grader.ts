import { exercise, expect } from 'descent/grading';
import { exports } from './exports.ts';
import { checkMaps } from './hidden-maps.ts';
import { checkTrained } from './hidden-trained.ts';
import { INSPECTION, inspected, scoresFrom } from './inside.ts';
import { made } from './networks.ts';
import { drawScenes, imagesOf, labelsOf } from './shapes.ts';

exercise('31-class-activation-maps', exports, (context) => {
  const { check, student, submission, stream } = context;

  check(
    'the score is a weighted mean of the maps',
    {
      task: 1,
      points: 2,
      hint: 'What stands between the layer "maps" and the scores? Nothing may flatten them.',
    },
    async () => {
      const scenes = drawScenes(stream('untrained'), 6);
      const model = await student.buildModel(1 + stream('seed').integer(1000));
      const inspect = await made(submission, INSPECTION, 'inspect');
      const reading = inspected.read(await inspect.apply(model, imagesOf(scenes)));
      if ('wrong' in reading) {
        expect(reading.wrong, 'what is found in the network').toBe('maps, three scores, weights and a bias');
        return;
      }
      expect(reading.value.scores, 'the scores of 6 images').toBeCloseToTensor(scoresFrom(reading.value), {
        absolute: 1e-4,
      });
    },
  );

  check(
    'the same seed, the same network',
    { task: 2, points: 2, hint: 'What else draws random numbers besides the initial weights?' },
    async () => {
      const few = drawScenes(stream('few'), 48);
      const short = async () => {
        const network = await student.train(imagesOf(few), labelsOf(few), { epochs: 2, seed: 5 });
        return network.predict(imagesOf(few));
      };
      await expect(short, 'the scores after two epochs with seed 5').toBeDeterministic();
    },
  );

  checkMaps(context);
  checkTrained(context);
});
