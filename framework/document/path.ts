/** The way from the top of a document to a value: keys of mappings and indices of lists. */
export type Path = readonly (string | number)[];

/** A path as a JSON pointer (RFC 6901), which is unique for every path and what ajv speaks: `/model/layers/0`. */
export function pointerOf(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The path of a JSON pointer. Indices come back as strings, which name the same place. */
export function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A path as users write it, also on the command line: `model.layers.0.units`. */
export function dotted(path: Path): string {
  return path.join('.');
}
