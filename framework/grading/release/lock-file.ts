import type { PackedFramework } from './pack-framework.ts';

/** What is used of an entry of a lockfile; the rest is copied. */
interface LockEntry {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}
type LockPackages = Readonly<Record<string, LockEntry>>;

const FRAMEWORK = 'node_modules/descent';

/**
 * The lockfile of a kit for students, made from the one of this repository without asking any registry: the framework as
 * a file, and those packages that it reaches, in the versions that are tested here.
 * @param manifest the kit's package.json
 * @param own the repository's package-lock.json (version 3), in which the framework is the workspace `framework`
 * @throws Error when a package that the framework needs is not in it
 */
export function lockFileFor(
  manifest: Readonly<Record<string, unknown>>,
  framework: PackedFramework,
  own: { readonly packages: LockPackages },
): string {
  const available = Object.fromEntries(
    Object.entries(own.packages)
      // There it is a link to the workspace.
      .filter(([path]) => path !== FRAMEWORK)
      .map(([path, entry]) => [path.replace(/^framework(?=\/|$)/, FRAMEWORK), entry]),
  );
  const packed: LockEntry = {
    ...available[FRAMEWORK],
    version: framework.manifest.version,
    resolved: `file:${framework.name}`,
    integrity: framework.integrity,
  };
  const packages: Record<string, LockEntry> = { [FRAMEWORK]: packed };
  const queue = [FRAMEWORK];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const [name, isNeeded] of neededBy(packages[path]!)) {
      const found = findPackage(available, path, name);
      if (found === undefined) {
        if (isNeeded)
          throw new Error(`package-lock.json has no ${name}, which ${path} needs: run npm install`);
        continue;
      }
      if (found in packages) continue;
      packages[found] = available[found]!;
      queue.push(found);
    }
  }
  const sorted = Object.fromEntries(
    Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  const { name, version, license, dependencies } = manifest;
  const root = { name, version, license, dependencies, engines: manifest.engines };
  const lock = { name, version, lockfileVersion: 3, requires: true, packages: { '': root, ...sorted } };
  return `${JSON.stringify(lock, undefined, 2)}\n`;
}

/** Names of the packages that one needs, and whether it works without. Peers that are optional were not installed here. */
function neededBy({
  dependencies = {},
  optionalDependencies = {},
  peerDependencies = {},
}: LockEntry): readonly (readonly [string, boolean])[] {
  return [
    ...Object.keys(dependencies).map((name) => [name, !(name in optionalDependencies)] as const),
    ...Object.keys({ ...optionalDependencies, ...peerDependencies }).map((name) => [name, false] as const),
  ];
}

/** Where Node finds a package: in the own `node_modules`, or in one above. */
function findPackage(packages: LockPackages, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}
