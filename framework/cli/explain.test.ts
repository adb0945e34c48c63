import { expect, test, describe } from 'vitest';
import type { Schema } from '../document/describe-schema.ts';
import { builtInRegistry } from '../experiment/components.ts';
import { explain } from './explain.ts';
import { list } from './list.ts';

async function output(key: string | undefined, json = false): Promise<{ code: number; text: string }> {
  let text = '';
  const code = await explain({ key, json }, { write: (part) => (text += part) });
  return { code, text };
}

describe('descent explain', () => {
  test('a key', async () => {
    expect(await output('training.batchSize')).toEqual({
      code: 0,
      text: `training.batchSize

  Rows per update.

  type     a whole number of at least 1
  default  32: small enough to learn in few epochs, large enough to be fast
  example  batchSize: 32
`,
    });
  });

  test('a component', async () => {
    expect(await output('dropout')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "text": "layer dropout

        Sets a random share of its inputs to zero in training and scales the others up.

        when     Against overfitting, after layers with many units.
        formula  in training y = x · m / (1 − rate) with m = 0 with probability rate, else 1; in
                 evaluation y = x
        source   Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting",
                 2014

      Options

        name    Name of the layer in summaries and saved models. Without it: its type and a number.
                a letter, then letters, digits, "_" or "-"; may be left out
        inputs  Names of the layers that it takes its inputs from; input is the model's input. Without it:
                the layer before it.
                a list of at least 1 entry, each a letter, then letters, digits, "_" or "-"; may be left
                out
        rate    The share that is set to zero.
                a number of at least 0 and less than 1; default 0.5: the choice of the paper for hidden
                layers

      Example  { type: dropout, rate: 0.1 }
      ",
      }
    `);
  });

  test('a kind', async () => {
    const { code, text } = await output('schedule');
    expect(code).toBe(0);
    expect(text.split('\n').slice(0, 4).join('\n')).toMatchInlineSnapshot(`
      "schedule

        constant        The learning rate stays.
        step            The learning rate falls in steps."
    `);
  });

  test.each([
    ['batchSize', 'training.batchSize\n'],
    ['data.split', 'data.split\n'],
    ['layer.dense', 'layer dense\n'],
    ['dense', 'layer dense\n'],
    ['adam', 'optimizer adam\n'],
    ['dense.units', 'layer.dense.units\n'],
    ['layer.dense.units', 'layer.dense.units\n'],
    ['model.layers.0.units', 'layer.dense.units\n'],
    ['training.optimizer.beta1', 'optimizer.adam.beta1\n'],
    ['targets', 'targets\n'],
  ])('%s', async (key, start) => {
    const { code, text } = await output(key);
    expect({ code, start: text.slice(0, start.length) }).toEqual({ code: 0, start });
  });

  test('what does not exist', async () => {
    expect(await output('densse')).toEqual({
      code: 2,
      text: 'there is no key or component "densse". Did you mean "dense"?\n',
    });
    expect(await output('training.batchsiz')).toEqual({
      code: 2,
      text: 'there is no key or component "training.batchsiz". Did you mean "training.batchSize"?\n',
    });
    expect(await output('quantumGate')).toEqual({
      code: 2,
      text: 'there is no key or component "quantumGate". descent explain lists every key.\n',
    });
  });

  test('everything that it lists, in lines that fit a terminal', async () => {
    const topics = JSON.parse((await output(undefined, true)).text) as { name: string }[];
    expect(topics.length).toBeGreaterThan(100);
    for (const { name } of topics) {
      const { code, text } = await output(name);
      expect({ name, code }).toEqual({ name, code: 0 });
      expect(text).not.toMatch(/undefined|\[object|any value/);
    }
  });

  test('every key with its meaning, and every default with its reason', async () => {
    const topics = JSON.parse((await output(undefined, true)).text) as {
      what: string;
      name: string;
      schema: Schema;
    }[];
    for (const { name, schema } of topics.filter(({ what }) => what === 'key')) {
      const { description, reason } = schema;
      const wants = 'default' in schema;
      expect({ name, isDescribed: description !== undefined, hasReason: reason !== undefined }).toEqual({
        name,
        isDescribed: true,
        hasReason: wants,
      });
    }
  });

  test('every component under its own name', async () => {
    for (const { kind, type, summary } of builtInRegistry.components) {
      const { text } = await output(`${kind}.${type}`);
      expect(text.replaceAll(/\s+/g, ' ')).toContain(summary.replaceAll(/\s+/g, ' '));
    }
  });

  test('an overview', async () => {
    const { text } = await output(undefined);
    expect(text).toMatchInlineSnapshot(`
      "The keys of an experiment file (* must be given)

        name *              Name of the experiment; run folders are named after it. Lower-case letters,
                            digits and hyphens.
        description         What the experiment is about, for the report.
        seed                Every random draw of the run derives from it: split, initial weights, order,
                            dropout.
        backend             What computes: the name of a TensorFlow.js backend, or auto for the fastest
                            installed.
        mode                How the backend wasm computes: reproducible, with the same bits on every
                            machine, or fast, with the processor's fused multiply-add where Node.js has it
                            (22 and newer), so that the last bits differ between processors. Other
                            backends have no choice.
        use                 Files with components of your own, relative to this file.
        data *              The data: source, columns, split and transforms.
          source *          Where the rows come from.
          features          Columns that the model sees, in order. Empty: all columns but the target.
          target *          Column to predict: of categories for classification, of numbers for
                            regression; or several of numbers.
          sampleWeights     Column that says how much the loss of each row counts, in training and in
                            every reported loss; null for all alike. It is no feature.
          missing           What to do with rows in which a feature or the target is missing: drop them,
                            stop with an error, or keep them for an impute transform.
          limit             Use only that many rows, drawn at random; null for all.
          split             How rows are divided into the parts train, validation and test.
          transforms        Changes to the features, in order, each fitted on the training part only.
          targetTransforms  Changes to a target of numbers, undone before metrics are computed, e.g.
                            standardize.
        model *             The model: a list of layers.
          layers *          Layers in order; the last one gives the prediction.
        training *          The training: optimizer, loss, batches and epochs.
          optimizer         How weights follow the gradient.
          loss *            What training makes small.
          batchSize         Rows per update.
          epochs            Passes over the training part, at most.
          shuffle           Whether every epoch sees the rows in a new order.
          classWeights      How much the loss of a row counts by its class, in training and in every
                            reported loss: balanced for rare classes as much as frequent ones, or a
                            mapping { class: weight } in which the others have 1; null for all alike.
                            Weights are divided by their mean over the training part.
          step              How steps are computed: fused, by kernels of Descent on memory that is laid
                            out once, for chains of common layers on the backend wasm; tape, by
                            TensorFlow.js, for anything; or auto, which is fused where it can be. The
                            numbers are the same but for rounding.
          callbacks         What happens at the end of an epoch: stop early, keep the best weights, …
        metrics             What is measured on every part besides the loss.
        targets             Results that the run must reach, as part.metric; else it exits with 1.

      The kinds of component

        source, split, transform, layer, activation, initializer, regularizer, optimizer, schedule, loss,
        callback, metric, baseline

      More about one: descent explain training.batchSize, descent explain layer, descent explain dense
      "
    `);
  });
});

describe('descent list components', () => {
  test('names every component', async () => {
    let text = '';
    expect(await list({ what: 'components' }, { write: (part) => (text += part) })).toBe(0);
    for (const { type, summary } of builtInRegistry.components) {
      expect(text).toContain(`  ${type} `);
      expect(text.replaceAll(/\s+/g, ' ')).toContain(summary.replaceAll(/\s+/g, ' '));
    }
  });

  test('as JSON', async () => {
    let text = '';
    await list({ what: 'components', json: true }, { write: (part) => (text += part) });
    expect(JSON.parse(text)).toContainEqual({
      kind: 'loss',
      type: 'huber',
      summary: builtInRegistry.find('loss', 'huber')!.summary,
    });
  });

  test('refuses another word', async () => {
    let text = '';
    expect(await list({ what: 'component' }, { write: (part) => (text += part) })).toBe(2);
    expect(text).toBe('there is no list of "component". Did you mean "components"?\n');
  });
});
