/** What conv1d of TensorFlow.js 4.22 (cpu) says, behind pad, which puts the zeros there. */
export const ONE_CHANNEL = {
  signal: [0.5, -1.2, 2, 0.3, -0.7, 1.1, 0.9, -2.1],
  kernel: [0.4, -1, 0.7],
  cases: [
    {
      settings: { stride: 1, padding: 0, dilation: 1 },
      responses: [2.8, -2.27, 0.01, 1.59, -0.75, -1.93],
    },
    { settings: { stride: 3, padding: 1, dilation: 1 }, responses: [-1.34, 0.01, -1.93] },
    {
      settings: { stride: 1, padding: 2, dilation: 2 },
      responses: [0.9, 1.41, -2.29, -0.01, 2.13, -2.45, -1.18, 2.54],
    },
  ],
};

/** The same with two channels, three filters and biases. */
export const TWO_CHANNELS = {
  signal: [
    [0.5, 1],
    [-1.2, 0],
    [2, -0.4],
    [0.3, 0.8],
    [-0.7, 1.5],
    [1.1, -2],
    [0.9, 0.6],
  ],
  kernel: [
    [
      [0.4, -1, 0.2],
      [1, 0.3, -0.6],
    ],
    [
      [-0.5, 0.8, 1],
      [0.1, -0.2, 0.9],
    ],
    [
      [1.2, 0, -0.3],
      [-0.7, 0.5, 0.4],
    ],
  ],
  bias: [0.1, -0.2, 0.3],
  cases: [
    {
      settings: { stride: 1, padding: 0, dilation: 1 },
      responses: [
        [4.58, -1.56, -2.16],
        [-1.62, 3.08, 1.93],
        [-1.46, -1.49, 2.77],
        [4.24, -2.12, -0.6],
        [1.23, 2.53, -1.47],
      ],
    },
    {
      settings: { stride: 2, padding: 1, dilation: 1 },
      responses: [
        [-1.49, 0, 2.06],
        [-1.62, 3.08, 1.93],
        [4.24, -2.12, -0.6],
        [-1.85, -1.3, 3.16],
      ],
    },
    {
      settings: { stride: 1, padding: 0, dilation: 2 },
      responses: [
        [-1.63, 2.03, 2.25],
        [2.27, 0.08, -0.05],
        [1.66, -2.88, 1.56],
      ],
    },
  ],
};
