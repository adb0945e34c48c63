import { stringify } from 'yaml';
import type { ExperimentSpec } from './experiment-spec.ts';

/**
 * An experiment as YAML with every default and every short form written out, for `spec.resolved.yaml`.
 * Loaded again, with the folder of the original file as `directory`, it gives the identical spec.
 */
export function resolveSpec(spec: ExperimentSpec): string {
  return stringify(spec, {
    // Long lines would be folded, and repeated objects written as anchors.
    lineWidth: 0,
    aliasDuplicateObjects: false,
    // Keys in the order of the schema read better than sorted ones.
    sortMapEntries: false,
    defaultStringType: 'PLAIN',
    defaultKeyType: 'PLAIN',
  });
}
