import chalk from 'chalk';
import { stringify } from 'yaml';
import { describeSchema, type Schema } from '../document/describe-schema.ts';
import { kindHeldBy, type Topic } from './explain-topics.ts';
import { paragraph, twoColumns } from './text-columns.ts';

/** A topic as text, without a line break at the end. */
export function topicText(topic: Topic): string {
  switch (topic.what) {
    case 'key':
    case 'option':
      return optionText(topic);
    case 'component':
      return componentText(topic);
    case 'kind': {
      const lines = topic.components.map(({ type, summary }) => [type, summary] as const);
      return [chalk.bold(topic.name), '', ...twoColumns(lines)].join('\n');
    }
  }
}

/** All keys of the experiment file, each with its first sentence. */
export function overviewText(topics: readonly Topic[]): string {
  const keys = topics.filter((topic) => topic.what === 'key');
  const lines = keys.map(({ name, schema, required }): readonly [string, string] => {
    const depth = name.split('.').length - 1;
    const key = `${'  '.repeat(depth)}${name.slice(name.lastIndexOf('.') + 1)}${required ? ' *' : ''}`;
    return [key, schema.description ?? ''];
  });
  const kinds = topics.filter((topic) => topic.what === 'kind').map(({ name }) => name);
  return [
    chalk.bold('The keys of an experiment file (* must be given)'),
    '',
    ...twoColumns(lines),
    '',
    chalk.bold('The kinds of component'),
    '',
    ...paragraph(kinds.join(', ')),
    '',
    'More about one: descent explain training.batchSize, descent explain layer, descent explain dense',
  ].join('\n');
}

function optionText({ name, schema, required }: Extract<Topic, { what: 'key' | 'option' }>): string {
  const facts: (readonly [string, string])[] = [['type', describeSchema(schema)]];
  if (required) facts.push(['default', 'none, it must be given']);
  else if (schema.default !== undefined) facts.push(['default', defaultText(schema)]);
  else if (schema.properties === undefined) facts.push(['default', 'none, it may be left out']);
  if (schema.properties) facts.push(['keys', Object.keys(schema.properties).join(', ')]);
  const kind = kindHeldBy(schema);
  if (kind !== undefined) facts.push(['choices', `descent explain ${kind}`]);
  facts.push(['example', exampleOf(name, schema)]);
  return [chalk.bold(name), '', ...paragraph(schema.description ?? ''), '', ...twoColumns(facts)].join('\n');
}

function componentText({ component, schema }: Extract<Topic, { what: 'component' }>): string {
  const { kind, type, summary, when, formula, source, example } = component;
  const about = [
    ...(when === undefined ? [] : [['when', when] as const]),
    ...(formula === undefined ? [] : [['formula', formula] as const]),
    ...(source === undefined ? [] : [['source', source] as const]),
  ];
  const options = Object.entries(schema.properties ?? {})
    .filter(([option]) => option !== 'type')
    .map(
      ([option, inner]) => [option, optionLine(inner, schema.required?.includes(option) === true)] as const,
    );
  return [
    chalk.bold(`${kind} ${type}`),
    '',
    ...paragraph(summary),
    ...(about.length > 0 ? ['', ...twoColumns(about)] : []),
    '',
    ...(options.length > 0 ? ['Options', '', ...twoColumns(options)] : ['It has no options.']),
    '',
    `Example  ${inlineYaml({ type, ...example })}`,
  ].join('\n');
}

function optionLine(schema: Schema, required: boolean): string {
  const presence = required
    ? 'must be given'
    : schema.default === undefined
      ? 'may be left out'
      : `default ${defaultText(schema)}`;
  return `${schema.description ?? ''}\n${describeSchema(schema)}; ${presence}`;
}

/** The default of an option and the reason for it. */
export function defaultText(schema: Schema): string {
  const value = schema.default;
  const isBare = typeof value === 'object' && value !== null && Object.keys(value).join() === 'type';
  const text = inlineYaml(isBare ? (value as { type: string }).type : value);
  return schema.reason === undefined ? text : `${text}: ${schema.reason}`;
}

function exampleOf(name: string, schema: Schema): string {
  const value = schema.examples?.[0] ?? schema.default ?? placeholder(schema);
  return `${name.slice(name.lastIndexOf('.') + 1)}: ${inlineYaml(value)}`;
}

/** The smallest sensible value of a schema that gives neither an example nor a default. */
function placeholder(schema: Schema): unknown {
  if (schema.anyOf) return placeholder(schema.anyOf[0]!);
  switch (schema.type) {
    case 'integer':
      return Math.max(schema.minimum ?? 1, 1);
    case 'number':
      return schema.minimum ?? schema.maximum ?? 0.5;
    case 'boolean':
      return true;
    case 'array':
      return [];
    case 'object':
      return {};
    default:
      return schema.const ?? schema.enum?.[0] ?? '…';
  }
}

/** A value as YAML on one line. */
export function inlineYaml(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}
