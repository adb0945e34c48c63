/** The shapes of the weights of a model taken apart. */
export async function shapesOf(model: { export(): Promise<unknown> }): Promise<number[][]> {
  const taken = (await model.export()) as { weights: readonly { shape: readonly number[] }[] };
  return taken.weights.map(({ shape }) => [...shape]);
}
