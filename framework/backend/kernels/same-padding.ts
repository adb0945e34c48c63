import * as tf from '#tensorflow';

/** The stock convolutions that share the fault, all through XNNPACK. */
const CONVOLUTIONS = [tf.Conv2D, tf.FusedConv2D, tf.DepthwiseConv2dNative, tf.FusedDepthwiseConv2D] as const;

type Attributes = Pick<tf.Conv2DAttrs, 'strides' | 'pad' | 'dimRoundingMode'> & {
  /** `null` from the layer depthwiseConv2d, which means 1. */
  dilations: tf.Conv2DAttrs['dilations'] | null;
};

/**
 * The stock convolutions, repaired. With TensorFlow.js 4.22 padding `same` gives zeros on wasm, without any
 * error, where a filter is smaller than its stride and the last positions of the input are left out, as with
 * `kernelSize: 2, strides: 3`: the padding comes out negative and XNNPACK refuses to compute. The same padding
 * written out as numbers works, so the kernels get that.
 */
export function repairSamePadding(): tf.KernelConfig[] {
  return CONVOLUTIONS.map((kernelName) => {
    const stock = tf.getKernel(kernelName, 'wasm');
    const depthwise = kernelName === tf.DepthwiseConv2dNative || kernelName === tf.FusedDepthwiseConv2D;
    return {
      ...stock,
      kernelFunc: (call) => {
        const attributes = call.attrs as unknown as Attributes;
        if (attributes.pad !== 'same') return stock.kernelFunc(call);
        const pad = writtenOut(
          call.inputs as { x: tf.TensorInfo; filter: tf.TensorInfo },
          attributes,
          depthwise,
        );
        return stock.kernelFunc({ ...call, attrs: { ...call.attrs, pad } });
      },
    };
  });
}

/** What `same` means for this input: `[[0, 0], [top, bottom], [left, right], [0, 0]]`. */
function writtenOut(
  { x, filter }: { x: tf.TensorInfo; filter: tf.TensorInfo },
  { strides, dilations, dimRoundingMode }: Attributes,
  depthwise: boolean,
): [number, number][] {
  const { padInfo } = tf.backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filter.shape as [number, number, number, number],
    strides,
    dilations ?? 1,
    'same',
    dimRoundingMode,
    depthwise,
  );
  return [
    [0, 0],
    [padInfo.top, padInfo.bottom],
    [padInfo.left, padInfo.right],
    [0, 0],
  ];
}
