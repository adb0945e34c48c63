import { gzipSync } from 'node:zlib';

const BLOCK = 512;
/** The same for every file, so that the same files give the same archive: 26 October 1985, as npm does. */
const TIME = 499_162_500;

/**
 * Files as a gzipped tar archive (POSIX ustar), the form in which npm installs packages. The same files give the same bytes.
 * @param files by path with `/`, in the order in which they are to lie
 * @throws Error for a path of more than 255 bytes
 */
export function tarGzip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [path, content] of files) {
    parts.push(headerOf(path, content.length), content, new Uint8Array(padding(content.length)));
  }
  parts.push(new Uint8Array(2 * BLOCK));
  const packed = gzipSync(Buffer.concat(parts), { level: 9 });
  // The system on which it was packed: unknown, so that all systems give the same.
  packed[9] = 255;
  return packed;
}

function padding(length: number): number {
  return (BLOCK - (length % BLOCK)) % BLOCK;
}

function headerOf(path: string, size: number): Uint8Array {
  const header = Buffer.alloc(BLOCK);
  const { prefix, name } = splitPath(path);
  const octal = (value: number, length: number) => value.toString(8).padStart(length - 1, '0');
  header.write(name, 0, 100, 'utf8');
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(TIME, 12), 136);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  header.write(prefix, 345, 155, 'utf8');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 7)}\u0000 `, 148);
  return header;
}

/** Names have room for 100 bytes, the folders before them for 155. */
function splitPath(path: string): { readonly prefix: string; readonly name: string } {
  if (Buffer.byteLength(path) <= 100) return { prefix: '', name: path };
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(name) <= 100) return { prefix, name };
  }
  throw new Error(`the path ${path} is too long for a tar archive`);
}
