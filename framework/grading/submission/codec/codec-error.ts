/**
 * Bytes that are no valid frame, a value over a limit, or a value that cannot cross the pipe. From an encoder the
 * message says what stood in the way (`a symbol, which is no data`); from a decoder, what the sender did
 * (`sent bytes that are no frame`).
 */
export class CodecError extends Error {
  override readonly name = 'CodecError';
}
