import { cleanText } from './clean-text.ts';
import type { Outcome } from './outcome.ts';
import type { ExportDescription } from './protocol.ts';
import { sentenceOf } from './sentence.ts';

const KINDS = ['function', 'class', 'value'] as const;
const LONGEST_NAME = 60;

/** Reads what a load came to; a list of exports that is none counts as a violation of the protocol. */
export function readExports(outcome: Outcome): Outcome<readonly ExportDescription[]> {
  if (outcome.state !== 'ok') return outcome;
  const list: unknown[] = Array.isArray(outcome.value) ? outcome.value : [undefined];
  const exports = list.map(readExport);
  if (exports.every((description) => description !== undefined)) return { ...outcome, value: exports };
  const { printed, milliseconds } = outcome;
  const failure = { state: 'protocol violation', reason: 'sent no list of exports' } as const;
  return { ...failure, sentence: sentenceOf(failure, { name: '', isLoad: false }), printed, milliseconds };
}

function readExport(description: unknown): ExportDescription | undefined {
  const { name, kind: claimed } = (description ?? {}) as Record<string, unknown>;
  const kind = KINDS.find((known) => known === claimed);
  if (typeof name !== 'string' || kind === undefined) return undefined;
  return { name: cleanText(name, LONGEST_NAME), kind };
}
