import { isAlias, isMap, isSeq, visit, type Alias, type Document, type Node, type Pair } from 'yaml';
import type { Problem } from './problem.ts';
import { didYouMean } from './suggest.ts';

/** More values than this, after anchors are filled in, are refused before any is made. */
const MAXIMUM_VALUES = 100_000;
const MAXIMUM_DEPTH = 64;

/** Takes note of something wrong with a node. */
export type Report = (node: Node | null, problem: Omit<Problem, 'file' | 'place'>) => void;

/** What each alias stands for: the last anchor of its name before it. */
export function resolveAliases(document: Document.Parsed, report: Report): Map<Alias, Node> {
  const byName = new Map<string, Node>();
  const anchors = new Map<Alias, Node>();
  visit(document, {
    Node(_, node) {
      if (!isAlias(node)) {
        if ('anchor' in node && typeof node.anchor === 'string') byName.set(node.anchor, node);
        return;
      }
      const target = byName.get(node.source);
      if (target) anchors.set(node, target);
      else {
        const fix = didYouMean(node.source, [...byName.keys()]);
        report(node, {
          message: `there is no anchor "&${node.source}" before this`,
          fix: fix ?? 'Text that begins with "*" needs quotes.',
        });
      }
    },
  });
  return anchors;
}

/** Counts what the aliases would grow to without growing it: anchors of anchors multiply. */
export function isOfReasonableSize(root: Node | null, anchors: Map<Alias, Node>, report: Report): boolean {
  const sizes = new Map<Node, number>();
  const open = new Set<Node>();
  let refused = false;
  const refuse = (node: Node, message: string, fix: string): number => {
    if (!refused) report(node, { message, fix });
    refused = true;
    return 0;
  };
  const sizeOf = (node: Node | null, depth: number): number => {
    if (node === null || refused) return 1;
    if (depth > MAXIMUM_DEPTH) return refuse(node, 'the file is nested too deeply', 'Check the brackets.');
    if (isAlias(node)) {
      const target = anchors.get(node)!;
      if (open.has(target))
        return refuse(node, `the anchor "&${node.source}" contains itself`, `Remove the "*${node.source}".`);
      return sizeOf(target, depth + 1);
    }
    const known = sizes.get(node);
    if (known !== undefined) return known;
    open.add(node);
    let size = 1;
    if (isSeq(node)) for (const item of node.items) size += sizeOf(item as Node | null, depth + 1);
    if (isMap(node)) {
      for (const { value } of node.items as Pair<Node, Node | null>[]) size += sizeOf(value, depth + 1);
    }
    open.delete(node);
    sizes.set(node, size);
    if (size > MAXIMUM_VALUES) {
      return refuse(
        node,
        'the anchors make this too large',
        'Do not nest anchors in anchors; keep data in a data file.',
      );
    }
    return size;
  };
  sizeOf(root, 0);
  return !refused;
}
