/**
 * How a filter or a pooling window slides over images `[images, inHeight, inWidth, channels]` and what comes
 * out, `[images, outHeight, outWidth, outChannels]`. Fifteen 32-bit integers in memory, in this order.
 */
@unmanaged
export class Window {
  images: i32;
  inHeight: i32;
  inWidth: i32;
  channels: i32;
  outHeight: i32;
  outWidth: i32;
  outChannels: i32;
  filterHeight: i32;
  filterWidth: i32;
  strideHeight: i32;
  strideWidth: i32;
  dilationHeight: i32;
  dilationWidth: i32;
  padTop: i32;
  padLeft: i32;
}
