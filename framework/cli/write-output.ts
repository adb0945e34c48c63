import writeFileAtomic from 'write-file-atomic';

/**
 * Writes a file that the user has named, whole or not at all.
 * @param name as the user knows it: what the system refuses is told of it, not of the temporary file that becomes it
 */
export async function writeOutput(path: string, text: string, name = path): Promise<void> {
  try {
    await writeFileAtomic(path, text);
  } catch (error) {
    throw Object.assign(error as Error, { path: name });
  }
}
