import { TensorValue, tensorValue } from '../submission/codec/tensor-value.ts';
import { describeValue, formatShape } from './describe-value.ts';
import { formatIndex, readDense } from './dense-numbers.ts';
import { formatKey } from './format-value.ts';

/** What a function can be differentiated at: a number, a tensor, or lists and records of them. */
export type Differentiable =
  number | TensorValue | readonly Differentiable[] | { readonly [key: string]: Differentiable };

/** The type of a point beside the given one: literal numbers become numbers. */
export type Beside<Point> = Point extends number
  ? number
  : Point extends TensorValue
    ? TensorValue
    : { readonly [Key in keyof Point]: Beside<Point[Key]> };

/** One number of a point. */
export interface Component {
  /** Where it stands, as it is written behind the name: `[0]`, `.m`, `.weights[0, 2]`; empty for a single number. */
  readonly path: string;
  readonly value: number;
  /** Whether it is held with the 24 bits of float32. */
  readonly isFloat32: boolean;
  /** The point with another number in its place. */
  replace(value: number): Differentiable;
}

/** The numbers of a point, in order. @param limit how many are kept, evenly spread over all */
export function componentsOf(point: Differentiable, limit: number): readonly Component[] {
  const all: Component[] = [];
  const visit = (part: Differentiable, path: string, put: (part: Differentiable) => Differentiable): void => {
    if (typeof part === 'number') {
      all.push({ path, value: part, isFloat32: false, replace: put });
    } else if (part instanceof TensorValue) {
      part.data.forEach((value, position) => {
        const replace = (number: number) => {
          const data = Float32Array.from(part.data);
          data[position] = number;
          return put(tensorValue(data, part.shape));
        };
        all.push({ path: path + formatIndex(position, part.shape), value, isFloat32: true, replace });
      });
    } else if (isList(part)) {
      part.forEach((item, index) => {
        visit(item, `${path}[${index}]`, (other) => put(part.with(index, other)));
      });
    } else {
      for (const [key, item] of Object.entries(part)) {
        visit(item, `${path}.${formatKey(key)}`, (other) => put({ ...part, [key]: other }));
      }
    }
  };
  visit(point, '', (part) => part);
  if (all.length <= limit) return all;
  return Array.from({ length: limit }, (_, index) => all[Math.floor((index * all.length) / limit)]!);
}

/**
 * The numbers of a gradient, by the paths of {@link componentsOf}. A tensor of the point may have a nested list as its
 * gradient, and a list a tensor.
 * @returns `wrong`, in words that follow the name, when it is not built like the point
 */
export function gradientAt(
  gradient: unknown,
  point: Differentiable,
): { readonly numbers: ReadonlyMap<string, number> } | { readonly wrong: string } {
  const numbers = new Map<string, number>();
  const read = (part: unknown, at: Differentiable, path: string): string | undefined => {
    const place = path === '' ? '' : ` at ${path}`;
    if (!isRecord(at)) {
      const wanted = readDense(at);
      if ('wrong' in wanted) return readItems(part, at, path);
      const dense = readDense(part);
      if ('wrong' in dense) return `is ${dense.wrong}${place}, where ${kindOf(wanted.shape)} expected`;
      if (dense.shape.join() !== wanted.shape.join()) {
        return `has the shape ${formatShape(dense.shape)}${place}, where ${formatShape(wanted.shape)} is expected`;
      }
      componentsOf(at, Infinity).forEach((component, index) => {
        numbers.set(path + component.path, dense.data[index]!);
      });
      return undefined;
    }
    const keys = Object.keys(at);
    const isSame =
      isRecord(part) &&
      keys.length === Object.keys(part).length &&
      keys.every((key) => Object.hasOwn(part, key));
    if (!isSame) {
      return `is ${describeValue(part)}${place}, where an object { ${keys.join(', ')} } is expected`;
    }
    return firstOf(keys, (key) => read(part[key], at[key]!, `${path}.${formatKey(key)}`));
  };
  const readItems = (part: unknown, at: Differentiable, path: string): string | undefined => {
    const items = at as readonly Differentiable[];
    if (!Array.isArray(part) || part.length !== items.length) {
      const place = path === '' ? '' : ` at ${path}`;
      return `is ${describeValue(part)}${place}, where a list of ${items.length} is expected`;
    }
    return firstOf([...items.keys()], (index) => read(part[index], items[index]!, `${path}[${index}]`));
  };
  const wrong = read(gradient, point, '');
  return wrong === undefined ? { numbers } : { wrong };
}

function firstOf<Item>(items: readonly Item[], read: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const wrong = read(item);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function kindOf(shape: readonly number[]): string {
  return shape.length === 0 ? 'a number is' : `numbers of shape ${formatShape(shape)} are`;
}

function isList(part: Differentiable): part is readonly Differentiable[] {
  return Array.isArray(part);
}

function isRecord<Value>(part: Value): part is Value & Readonly<Record<string, Differentiable>> {
  return (
    typeof part === 'object' &&
    part !== null &&
    !Array.isArray(part) &&
    !ArrayBuffer.isView(part) &&
    !(part instanceof TensorValue)
  );
}
