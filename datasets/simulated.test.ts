import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createStream } from 'descent';
import h5wasm from 'h5wasm/node';
import { expect, it } from 'vitest';
import { moderatorCsv, simulateModerator } from './moderator/simulate.ts';
import { CHANNELS, simulateSpectrum } from './spectra/simulate.ts';

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Changed the simulation on purpose? `npx vitest run simulated -u` writes the csv; delete spectra.h5 to have it
// written; then enter the new checksums in the cards.
it('moderator.csv is what its simulation gives', async () => {
  const text = moderatorCsv(simulateModerator(createStream(2026).derive('moderator'), 9000));
  await expect(text).toMatchFileSnapshot(fileOf('moderator/moderator.csv'));
});

it('spectra.h5 is what its simulation gives', async () => {
  const count = 800;
  const stream = createStream(2026).derive('spectra');
  const spectra = Array.from({ length: count }, (_, index) => simulateSpectrum(stream, index));
  const intensities = new Float32Array(count * CHANNELS);
  spectra.forEach((spectrum, row) => {
    intensities.set(spectrum.intensities, row * CHANNELS);
  });
  const labels = Uint8Array.from(spectra, ({ label }) => label);

  await h5wasm.ready;
  const path = fileOf('spectra/spectra.h5');
  if (!existsSync(path)) {
    const written = new h5wasm.File(path, 'w');
    written.create_dataset({ name: 'spectrum', data: intensities, shape: [count, CHANNELS] });
    written.create_dataset({ name: 'label', data: labels, shape: [count] });
    written.close();
  }
  const file = new h5wasm.File(path, 'r');
  const read = (name: string) => (file.get(name) as { value: unknown }).value;
  expect(Buffer.from((read('spectrum') as Float32Array).buffer).equals(Buffer.from(intensities.buffer))).toBe(
    true,
  );
  expect(read('label')).toEqual(labels);
  file.close();
  expect(readFileSync(path).length).toBeLessThan(300_000);
});
