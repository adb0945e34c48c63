import { nameLayers } from '../../../model/layer-names.ts';
import { wireLayers } from '../../../model/wiring.ts';
import { recognizeLayer, recognizeLoss, recognizeOptimizer } from '../../../training/fused/recognize.ts';
import { problemAt, type Check } from './check.ts';

const FIX = 'Set training.step to auto, or leave it out.';

/** Where the fused step is asked for, it knows everything that it is made of. */
export const checkFusedStep: Check = (context) => {
  const { spec, parts } = context;
  if (spec.training.step !== 'fused') return [];
  const problem = (path: readonly (string | number)[], sentence: string) =>
    problemAt(context, path, { message: asMessage(sentence), fix: FIX });
  const { layers } = spec.model;
  const names = nameLayers(layers);
  const { sources } = wireLayers(layers);
  const ofLayers = layers.flatMap(({ type }, index) => {
    const path = ['model', 'layers', index];
    const part = parts.at('layer', ...path);
    if (!part) return [];
    const found = recognizeLayer({ name: names[index]!, type, part, sources: sources[index]! }, index);
    return 'unknown' in found ? [problem(path, found.unknown)] : [];
  });
  const loss = parts.at('loss', 'training', 'loss');
  const foundLoss = loss && recognizeLoss(loss);
  const optimizer = parts.at('optimizer', 'training', 'optimizer');
  const foundOptimizer = optimizer && recognizeOptimizer(optimizer);
  return [
    ...(spec.backend === 'wasm' || spec.backend === 'auto'
      ? []
      : [problem(['training', 'step'], `The fused step needs the backend wasm, not ${spec.backend}.`)]),
    ...ofLayers,
    ...(foundLoss && 'unknown' in foundLoss ? [problem(['training', 'loss'], foundLoss.unknown)] : []),
    ...(foundOptimizer && 'unknown' in foundOptimizer
      ? [problem(['training', 'optimizer'], foundOptimizer.unknown)]
      : []),
  ];
};

/** Messages begin small and end without a stop, as the text around them asks. */
function asMessage(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
