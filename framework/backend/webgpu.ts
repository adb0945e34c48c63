import { BackendError } from './backend.ts';
import type { BackendLoader } from './loader.ts';
import { firstLine, importPeer, requirePeers } from './required-peer.ts';

/** What we use of the npm package `webgpu` (Dawn for Node). */
interface Dawn {
  create(options: string[]): Gpu;
  globals: object;
}
interface Gpu {
  requestAdapter(options?: object): Promise<Adapter | null>;
}
interface Adapter {
  readonly info: {
    readonly vendor: string;
    readonly architecture: string;
    readonly description: string;
    readonly isFallbackAdapter?: boolean;
  };
}

const DRIVER_FIX = 'Install or update the driver of your graphics card, or use the backend wasm.';

/** The first adapter that was found; the backend of TensorFlow.js asks for the same. */
let adapter: Adapter | undefined;

/** Any vendor's GPU, through the user's packages `webgpu` and `@tensorflow/tfjs-backend-webgpu`. */
export const webgpu: BackendLoader = {
  tensorflowName: 'webgpu',
  fix: DRIVER_FIX,
  async load({ project, softwareGpu }) {
    const [dawn, backend] = requirePeers('webgpu', ['webgpu', '@tensorflow/tfjs-backend-webgpu'], project);
    adapter ??= await findAdapter((await importPeer('webgpu', dawn!)) as unknown as Dawn);
    if (isSoftware(adapter) && !softwareGpu) {
      throw new BackendError('webgpu', {
        reason: `WebGPU finds only a GPU imitated by the processor (${describeAdapter(adapter)}).`,
        fix: DRIVER_FIX,
      });
    }
    // Only now: it registers itself on import when `navigator.gpu` is there.
    await importPeer('webgpu', backend!);
    return { versions: { [dawn!.name]: dawn!.version, [backend!.name]: backend!.version } };
  },
  describe: () => Promise.resolve(`WebGPU on ${adapter === undefined ? 'a GPU' : describeAdapter(adapter)}`),
};

async function findAdapter({ create, globals }: Dawn): Promise<Adapter> {
  const gpu = create([]);
  const found = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch((cause: unknown) => {
    throw new BackendError('webgpu', {
      reason: `WebGPU cannot ask for a GPU: ${firstLine(cause)}`,
      fix: DRIVER_FIX,
      cause,
    });
  });
  if (found === null) {
    throw new BackendError('webgpu', {
      reason: 'WebGPU finds no GPU: no driver for Vulkan, Metal or Direct3D 12 answers.',
      fix: DRIVER_FIX,
    });
  }
  // TensorFlow.js looks where a browser has them: classes in the global scope, the entry in `navigator`.
  Object.assign(globalThis, globals);
  const scope = globalThis as { navigator?: object };
  scope.navigator ??= {};
  Object.defineProperty(scope.navigator, 'gpu', { value: gpu, configurable: true });
  return found;
}

function isSoftware({ info }: Adapter): boolean {
  return info.isFallbackAdapter === true || /swiftshader|llvmpipe|lavapipe|warp/i.test(describeInfo(info));
}

function describeAdapter(found: Adapter): string {
  return `${describeInfo(found.info)}${isSoftware(found) ? ', imitated by the processor' : ''}`;
}

function describeInfo({ vendor, architecture, description }: Adapter['info']): string {
  return [vendor, architecture, description].filter((part) => part !== '').join(' ') || 'an unnamed GPU';
}
