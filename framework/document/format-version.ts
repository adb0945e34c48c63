import { Type, type TLiteral } from '@sinclair/typebox';
import { locate, valueAt, type LoadedDocument } from './document.ts';
import type { Problem } from './problem.ts';

/** The schema of the key `schema`, with which every file of ours says in which version of its format it is written. */
export function formatVersion<Version extends number>(version: Version): TLiteral<Version> {
  return Type.Literal(version, { description: 'The version of this format.' });
}

/**
 * Looks first at the version of a document: what another one means by the other keys is not known, so complaints about
 * these would only mislead.
 * @param version the one that is read here; undefined for documents without versions
 * @returns undefined for this version, and for a `schema` that is no version at all
 */
export function otherVersion(document: LoadedDocument, version: unknown): Problem | undefined {
  if (typeof version !== 'number') return undefined;
  const written = valueAt(document.value, ['schema']);
  if (typeof written !== 'number' || !Number.isInteger(written) || written === version) return undefined;
  const place = locate(document, ['schema']);
  return { file: place.file, place, ...versionProblem(written, version) };
}

/** Says that a file is written in a newer or older version of its format than the one that is read here. */
export function versionProblem(
  written: number,
  version: number,
): Pick<Problem, 'message' | 'expected' | 'received' | 'fix'> {
  const isNewer = written > version;
  return {
    message: `this file is written in a version of its format that is ${isNewer ? 'newer than this Descent' : 'not read any more'}`,
    expected: `schema: ${version}`,
    received: `schema: ${written}`,
    fix: isNewer
      ? 'Use the version of Descent that wrote it, or a newer one.'
      : 'Write it anew for this version; CHANGELOG.md says what has changed.',
  };
}
