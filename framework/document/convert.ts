import { isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Node, type Pair } from 'yaml';
import { isOfReasonableSize, resolveAliases } from './aliases.ts';
import type { Data, Places } from './document.ts';
import { pointerOf } from './path.ts';
import type { Problem } from './problem.ts';
import { placeAt, type SourceText } from './source-text.ts';

interface Conversion {
  readonly value: Data;
  readonly places: Map<string, Places>;
  readonly problems: readonly Problem[];
}

/**
 * Turns a parsed YAML tree into plain data. Aliases become copies, so that filling in a default in one place
 * does not change another.
 */
export function convert(document: Document.Parsed, source: SourceText): Conversion {
  const problems: Problem[] = [];
  const places = new Map<string, Places>();
  const report = (node: Node | null, problem: Omit<Problem, 'file' | 'place'>) => {
    problems.push({ file: source.file, place: placeOf(node, source), ...problem });
  };
  const root = document.contents as Node | null;
  const anchors = resolveAliases(document, report);
  if (problems.length > 0 || !isOfReasonableSize(root, anchors, report))
    return { value: null, places, problems };

  const toData = (node: Node | null, path: readonly (string | number)[], key?: Node | null): Data => {
    places.set(pointerOf(path), {
      ...(key ? { key: placeOf(key, source) } : {}),
      value: placeOf(node ?? key ?? null, source),
    });
    const target = isAlias(node) ? anchors.get(node)! : node;
    if (isSeq(target)) {
      return target.items.map((item, index) => toData(item as Node | null, [...path, index]));
    }
    if (!isMap(target)) return isScalar(target) ? (target.value as Data) : null;

    const result: Record<string, Data> = {};
    for (const pair of target.items as Pair<Node | null, Node | null>[]) {
      const name = keyName(pair.key, anchors);
      if (name === undefined) {
        report(pair.key ?? target, {
          message: 'a key must be a word, not empty, a list or a mapping',
          fix: 'Text with braces or brackets needs quotes.',
        });
      } else if (name === '__proto__') {
        report(pair.key, { message: 'the key "__proto__" is not allowed', fix: 'Use another name.' });
      } else if (Object.hasOwn(result, name)) {
        const first = places.get(pointerOf([...path, name]))!.key!;
        report(pair.key, {
          message: `the key "${name}" is given twice`,
          fix: `Remove one of them; the first is in line ${first.line}.`,
        });
      } else {
        result[name] = toData(pair.value, [...path, name], pair.key);
      }
    }
    return result;
  };
  return { value: toData(root, []), places, problems };
}

function keyName(key: Node | null, anchors: Map<Alias, Node>): string | undefined {
  const node = isAlias(key) ? anchors.get(key) : key;
  if (!isScalar(node) || node.value === null || node.value === '') return undefined;
  // As written: the key 1.0 is not "1".
  return typeof node.value === 'string' ? node.value : (node.source ?? JSON.stringify(node.value));
}

function placeOf(node: Node | null, source: SourceText) {
  const range = node?.range;
  return range ? placeAt(source, range[0], range[1]) : placeAt(source, 0, 1);
}
