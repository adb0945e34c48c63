import { Type } from '@sinclair/typebox';
import { expect, test } from 'vitest';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { slot } from '../../component/slot.ts';
import { formatProblems } from '../../document/format-problems.ts';
import { loadDocument } from '../../document/load-document.ts';
import { createValidator } from '../../document/validate-document.ts';
import { builtInRegistry } from '../components.ts';
import { buildParts } from './experiment-parts.ts';
import { buildExperimentSchema } from './schema.ts';

/** An activation whose options can contradict each other. */
const clip = defineComponent({
  kind: 'activation',
  type: 'clip',
  summary: 'Clips.',
  options: { low: Type.Number({ description: 'Least.' }), high: Type.Number({ description: 'Most.' }) },
  example: { low: 0, high: 1 },
  build({ low, high }) {
    if (low >= high) {
      throw new ComponentProblem(`low is ${low}, not less than high, ${high}`, {
        option: 'low',
        fix: 'Lower it.',
      });
    }
    return { kerasName: undefined, apply: (input) => input };
  },
});

/** A layer that holds it, as dense does, and has a fault of its own. */
const odd = defineComponent({
  kind: 'layer',
  type: 'odd',
  summary: 'Odd.',
  options: {
    units: Type.Integer({ description: 'Odd.' }),
    inner: slot('activation', { description: 'Inner.' }),
  },
  example: { units: 1, inner: 'linear' },
  build({ units, inner }, { registry }) {
    registry.build('activation', inner, undefined);
    if (units % 2 === 0) throw new ComponentProblem(`${units} is even`, { option: 'units' });
    return { outputShape: () => [units], apply: (input) => input };
  },
});

const registry = builtInRegistry.with([clip, odd]);
const validate = createValidator(buildExperimentSchema(registry));

function messagesOf(layers: string): string {
  const text = `name: a
data: { source: { type: line }, target: y }
training: { loss: meanSquaredError }
model:
  layers:
${layers}`;
  const document = loadDocument({ file: 'a.yaml', text });
  const { problems, value, components } = validate(document);
  expect(problems).toEqual([]);
  return formatProblems(buildParts({ document, value, components, registry, directory: '/' }).problems);
}

test('a fault within a slot is shown where it is, and once', () => {
  expect(messagesOf('    - { type: odd, units: 4, inner: { type: clip, low: 2, high: 1 } }')).toBe(
    `a.yaml:6:56  activation clip: low is 2, not less than high, 1

  6 |     - { type: odd, units: 4, inner: { type: clip, low: 2, high: 1 } }
    |                                                        ^

  fix       Lower it.`,
  );
});

test('every component is looked at', () => {
  const text = messagesOf(
    '    - { type: odd, units: 2, inner: relu }\n    - { type: odd, units: 4, inner: relu }',
  );
  expect(text.match(/^a\.yaml.*/gm)).toEqual([
    'a.yaml:6:27  layer odd: 2 is even',
    'a.yaml:7:27  layer odd: 4 is even',
  ]);
});
