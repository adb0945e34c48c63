export { multiply, multiplyScratchBytes } from './matmul';
export {
  convolutionFilterGradient,
  convolutionInputGradient,
  convolutionScratchBytes,
  convolve,
} from './conv2d';
