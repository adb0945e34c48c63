import type { Registry } from '../component/registry.ts';
import { describeSchema, type Schema } from '../document/describe-schema.ts';
import { buildExperimentSchema } from '../experiment/spec/schema.ts';
import { defaultText, inlineYaml } from './explain-text.ts';
import { listTopics, type Topic } from './explain-topics.ts';

/** What each kind of component is for, in the order of the page. */
const KINDS: Readonly<Record<string, string>> = {
  source: 'Data sources (`data.source`)',
  split: 'Splits (`data.split`)',
  transform: 'Transforms (`data.transforms`, `data.targetTransforms`)',
  layer: 'Layers (`model.layers`)',
  activation: 'Activations',
  initializer: 'Initializers',
  regularizer: 'Regularizers',
  loss: 'Losses (`training.loss`)',
  optimizer: 'Optimizers (`training.optimizer`)',
  schedule: 'Schedules of the learning rate (`training.optimizer.schedule`)',
  callback: 'Callbacks (`training.callbacks`)',
  metric: 'Metrics (`metrics`)',
  baseline: 'Baselines (computed beside every result)',
};

/**
 * The reference page of experiment files in Markdown: every key and every component with type, default, bounds
 * and the reason for the default. Generated, so it cannot disagree with what `descent` does.
 */
export function referencePage(registry: Registry): string {
  const topics = listTopics(registry, buildExperimentSchema(registry));
  const kinds = [...new Set(registry.components.map(({ kind }) => kind as string))];
  const known = Object.keys(KINDS);
  const ordered = kinds.toSorted((one, other) => known.indexOf(one) - known.indexOf(other));
  return [
    '# Reference of experiment files',
    '',
    'Generated from the components by `npm run schemas`. On the command line: `npx descent explain KEY`.',
    '',
    `- [Keys](#keys)`,
    ...ordered.map(
      (kind) =>
        `- [${titleOf(kind)}](#${kind}) (${registry.components.filter((each) => each.kind === kind).length})`,
    ),
    '',
    '<a id="keys"></a>',
    '',
    '## Keys',
    '',
    ...table(topics.filter((topic) => topic.what === 'key')),
    ...ordered.flatMap((kind) => kindSection(kind, topics)),
    '',
  ].join('\n');
}

function titleOf(kind: string): string {
  return KINDS[kind] ?? kind;
}

function kindSection(kind: string, topics: readonly Topic[]): string[] {
  const components = topics.filter((topic) => topic.what === 'component' && topic.component.kind === kind);
  return [
    '',
    `<a id="${kind}"></a>`,
    '',
    `## ${titleOf(kind)}`,
    ...components.flatMap((topic) => section(topic, topics)),
  ];
}

function section(topic: Topic, topics: readonly Topic[]): string[] {
  if (topic.what !== 'component') return [];
  const { type, summary, when, formula, source, example } = topic.component;
  const options = topics.filter(
    (other) => other.what === 'option' && other.name.startsWith(`${topic.name}.`),
  );
  return [
    '',
    `### ${type}`,
    '',
    summary,
    ...(when === undefined ? [] : ['', `**When:** ${when}`]),
    ...(formula === undefined ? [] : ['', `**Formula:** ${formula}`]),
    ...(source === undefined ? [] : ['', `**Source:** ${source}`]),
    '',
    '```yaml',
    inlineYaml({ type, ...example }),
    '```',
    ...(options.length > 0 ? ['', ...table(options)] : []),
  ];
}

function table(topics: readonly Topic[]): string[] {
  const rows = topics.flatMap((topic) =>
    topic.what === 'key' || topic.what === 'option' ? [row(topic)] : [],
  );
  return ['| option | meaning | values | default, and why |', '| --- | --- | --- | --- |', ...rows];
}

function row({ what, name, schema, required }: Extract<Topic, { what: 'key' | 'option' }>): string {
  const shown = what === 'key' ? name : name.slice(name.lastIndexOf('.') + 1);
  const cells = [
    `\`${shown}\``,
    schema.description ?? '',
    describeSchema(schema),
    presence(schema, required),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

function presence(schema: Schema, required: boolean): string {
  if (required) return 'must be given';
  if (schema.default !== undefined) return defaultText(schema);
  return schema.properties === undefined ? 'may be left out' : '';
}
