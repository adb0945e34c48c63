import { builtInRegistry } from '../experiment/components.ts';
import { buildExperimentSchema } from '../experiment/spec/schema.ts';
import { overviewText, topicText } from './explain-text.ts';
import { findTopics, listTopics, type Topic } from './explain-topics.ts';
import { EXIT } from './exit.ts';

/** What `descent explain` is told. */
export interface ExplainOptions {
  /** A key, component, option or kind; absent for an overview. */
  readonly key?: string | undefined;
  /** Print the topics as a list of JSON objects instead of text. */
  readonly json?: boolean;
}

/** Made when first needed. */
let known: readonly Topic[] | undefined;

/**
 * `descent explain [KEY]`: meaning, type, default and its reason, allowed values and an example of any key of
 * the experiment file or component.
 * @returns the exit code: 2 when there is no such thing
 */
export function explain(
  { key, json = false }: ExplainOptions,
  { write }: { readonly write: (text: string) => void },
): Promise<number> {
  known ??= listTopics(builtInRegistry, buildExperimentSchema(builtInRegistry));
  const topics = known;
  if (key === undefined) {
    write(json ? asJson(topics) : `${overviewText(topics)}\n`);
    return Promise.resolve(EXIT.done);
  }
  const found = findTopics(key, topics);
  if ('hint' in found) {
    write(json ? asJson([]) : `there is no key or component "${key}". ${found.hint}\n`);
    return Promise.resolve(EXIT.wrongInput);
  }
  write(json ? asJson(found.topics) : `${found.topics.map(topicText).join('\n\n')}\n`);
  return Promise.resolve(EXIT.done);
}

function asJson(topics: readonly Topic[]): string {
  const objects = topics.map((topic) => {
    switch (topic.what) {
      case 'key':
      case 'option':
        return { what: topic.what, name: topic.name, required: topic.required, schema: topic.schema };
      case 'component': {
        const { when, formula, source, example } = topic.component;
        return { what: topic.what, name: topic.name, when, formula, source, example, schema: topic.schema };
      }
      case 'kind':
        return { what: topic.what, name: topic.name, components: topic.components.map(({ type }) => type) };
    }
  });
  return `${JSON.stringify(objects, undefined, 2)}\n`;
}
