/**
 * Rejected by: parameters for each example
 * Examples for each parameter.
 */
export function ratio(params: number, examples: number): number {
  return examples / params;
}
