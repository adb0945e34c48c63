/** Calls a function at the first call and answers all others with the same promise: a file is read only once. */
export function once<Result>(load: () => Promise<Result>): () => Promise<Result> {
  let loading: Promise<Result> | undefined;
  return () => (loading ??= load());
}
