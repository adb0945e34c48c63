import { createHash } from 'node:crypto';

/** SHA-256 over files by name: over the sorted names and contents, each with its length before it. */
export function hashFiles(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort()) {
    for (const part of [name, files[name]!]) {
      const bytes = Buffer.from(part);
      hash.update(`${bytes.length}:`).update(bytes);
    }
  }
  return hash.digest('hex');
}

/** The same over the files without their white space: equal where only the layout differs. */
export function hashWords(files: Readonly<Record<string, string>>): string {
  return hashFiles(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, content.replace(/\s+/g, '')])),
  );
}
