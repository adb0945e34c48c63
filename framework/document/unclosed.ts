import { isMap, isScalar, isSeq, visit, type Document } from 'yaml';

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}', '"': '"', "'": "'" };

/**
 * The offset of the last bracket or quote that is opened before a place and never closed. The parser notices
 * only where it gives up, often lines below.
 */
export function findUnclosed(document: Document.Parsed, text: string, before: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node(_, node) {
      const range = node.range;
      if (!range || range[0] >= before) return;
      const [start, end] = range;
      const opening = text[start] ?? '';
      const isOpened =
        ((isMap(node) || isSeq(node)) && node.flow === true) ||
        (isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'));
      if (isOpened && (end - start < 2 || text[end - 1] !== CLOSING[opening])) found = start;
    },
  });
  return found;
}
