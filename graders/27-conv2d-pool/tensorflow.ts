/** An image of 5 × 4 pixels with two channels. */
export const image = [
  [
    [0.5, -1],
    [-1, 1.5],
    [0.2, 1],
    [0.8, 0.5],
  ],
  [
    [0.8, -0.5],
    [0.6, -1],
    [-0.8, 1.5],
    [0.5, 1],
  ],
  [
    [0.2, 0],
    [1, -0.5],
    [0.9, -1],
    [-0.4, 1.5],
  ],
  [
    [-1, 0.5],
    [0.5, 0],
    [1.4, -0.5],
    [1.4, -1],
  ],
  [
    [0.5, 1],
    [-0.6, 0.5],
    [1, 0],
    [2, -0.5],
  ],
];

/** A window of 2 × 3 pixels, two channels, two filters. */
export const kernel = [
  [
    [
      [0.4, -1],
      [1, 0.3],
    ],
    [
      [0.2, -0.6],
      [-0.5, 0.8],
    ],
    [
      [0.1, 0.7],
      [0.9, -0.2],
    ],
  ],
  [
    [
      [1.2, 0],
      [-0.7, 0.5],
    ],
    [
      [-0.3, 0.4],
      [0.6, -0.1],
    ],
    [
      [-0.8, 1],
      [0.3, 0.2],
    ],
  ],
];
export const bias = [0.1, -0.2];

/** What conv2d of TensorFlow.js 4.22 (cpu) says, behind pad, which puts the zeros there. */
export const convolutions = [
  {
    options: { stride: 1, padding: 0 },
    responses: [
      [
        [0.89, 0.33],
        [3.73, 2.12],
      ],
      [
        [0.43, -2.02],
        [0.83, 0.84],
      ],
      [
        [-3.15, 1.18],
        [0.45, -1.46],
      ],
      [
        [-0.43, 2.94],
        [-3.05, 1.79],
      ],
    ],
  },
  {
    options: { stride: 2, padding: 1 },
    responses: [
      [
        [0.6, -0.6],
        [-2.1, 1.43],
      ],
      [
        [-1.34, 0.52],
        [0.83, 0.84],
      ],
      [
        [0.78, 0.75],
        [-3.05, 1.79],
      ],
    ],
  },
];

/** What its maxPool and avgPool say of the image, with padding "valid". */
export const pools = [
  {
    kind: 'maxPool',
    size: 2,
    stride: 1,
    numbers: [
      [
        [0.8, 1.5],
        [0.6, 1.5],
        [0.8, 1.5],
      ],
      [
        [1, 0],
        [1, 1.5],
        [0.9, 1.5],
      ],
      [
        [1, 0.5],
        [1.4, 0],
        [1.4, 1.5],
      ],
      [
        [0.5, 1],
        [1.4, 0.5],
        [2, 0],
      ],
    ],
  },
  { kind: 'maxPool', size: 3, stride: 2, numbers: [[[1, 1.5]], [[1.4, 1]]] },
  {
    kind: 'averagePool',
    size: 2,
    stride: 2,
    numbers: [
      [
        [0.225, -0.25],
        [0.175, 1],
      ],
      [
        [0.175, 0],
        [0.825, -0.25],
      ],
    ],
  },
] as const;
