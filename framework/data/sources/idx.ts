import { Type } from '@sinclair/typebox';
import { ComponentProblem, defineComponent } from '../../component/component.ts';
import { didYouMean } from '../../document/suggest.ts';
import { DataError } from '../data-error.ts';
import { loadFile, type LoadedFile } from '../data-file.ts';
import { columnsOf } from '../dataset-card.ts';
import { datasetOfFormat, loadDatasetFile, type Dataset } from '../dataset-library.ts';
import { infoOf } from '../table-rows.ts';
import type { SourcePart } from '../source.ts';
import type { CategoryColumn, TensorColumn } from '../table.ts';
import { parseIdx } from './idx-file.ts';
import { once } from './once.ts';

/** Images and their labels from files as MNIST has them. */
export const idx = defineComponent({
  kind: 'source',
  type: 'idx',
  summary:
    'Images `image` [height, width, 1] of bytes 0 to 255 and their classes `label`, from files in the format of MNIST.',
  when: 'MNIST and the data sets that took over its format (Fashion-MNIST, KMNIST, EMNIST).',
  source: 'LeCun, Bottou, Bengio and Haffner (1998), Gradient-based learning applied to document recognition',
  options: {
    dataset: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'A data set that comes with Descent (see `descent data`); this, or images and labels.',
      }),
    ),
    part: Type.String({
      minLength: 1,
      default: 'train',
      description: 'Which published part of the data set is read.',
      reason: 'it leaves the official test images untouched for a last look',
    }),
    images: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'Path of the file of images, gzip or not, relative to the experiment file.',
      }),
    ),
    labels: Type.Optional(Type.String({ minLength: 1, description: 'Path of the file of labels.' })),
    classes: Type.Array(Type.String({ minLength: 1 }), {
      default: [],
      uniqueItems: true,
      description: 'Names of the labels 0, 1, … of own files; empty: the numbers themselves.',
      reason: 'the files hold only numbers',
    }),
  },
  example: { dataset: 'mnist' },
  build(options, context): SourcePart {
    const { dataset, images, labels, part } = options;
    const hasFiles = images !== undefined && labels !== undefined;
    const hasOneFile = (images === undefined) !== (labels === undefined);
    if (hasOneFile || hasFiles === (dataset !== undefined)) {
      throw new ComponentProblem('either dataset, or both images and labels are needed', {
        option: dataset !== undefined ? 'dataset' : images !== undefined ? 'images' : 'type',
        fix: 'Write dataset: mnist, or name a file of images and its file of labels.',
      });
    }
    const found = once(async () => filesOfPart(await datasetOfFormat(dataset ?? '', 'idx'), part));
    const load = once(async () => {
      const cardFiles = dataset === undefined ? undefined : await found();
      const [imageFile, labelFile] = await Promise.all(
        cardFiles
          ? [
              loadDatasetFile(cardFiles.dataset, cardFiles.images),
              loadDatasetFile(cardFiles.dataset, cardFiles.labels),
            ]
          : [
              loadFile({ path: images!, directory: context.directory }),
              loadFile({ path: labels!, directory: context.directory }),
            ],
      );
      const card = cardFiles?.dataset.card.columns.find(({ name }) => name === 'label');
      const image = imageColumn(imageFile);
      const label = labelColumn(labelFile, card?.categories ?? options.classes);
      const rows = image.values.length / image.shape.reduce((product, length) => product * length, 1);
      if (label.codes.length !== rows) {
        throw new DataError(
          `there are ${label.codes.length} labels, but ${rows} images in ${imageFile.path}`,
          {
            file: labelFile.path,
            fix: 'Name two files that belong together.',
          },
        );
      }
      const files = [imageFile, labelFile].map(({ path, sha256 }) => ({ path, sha256 }));
      return { table: { rows, columns: [image, label] }, files };
    });

    return {
      load,
      async describe() {
        if (dataset !== undefined) {
          const { dataset: known, images: file } = await found();
          return { columns: columnsOf(known.card), rows: file.rows };
        }
        const { table } = await load();
        return { columns: table.columns.map(infoOf), rows: table.rows };
      },
    };
  },
});

function filesOfPart(dataset: Dataset, part: string) {
  const { card } = dataset;
  const inPart = card.files.filter((file) => file.part === part);
  const images = inPart.find(({ holds }) => holds === 'images');
  const labels = inPart.find(({ holds }) => holds === 'labels');
  if (!images || !labels) {
    const parts = [...new Set(card.files.flatMap((file) => file.part ?? []))];
    throw new ComponentProblem(`the data set ${card.name} has no part "${part}"`, {
      option: 'part',
      fix: didYouMean(part, parts) ?? `The parts are ${parts.join(', ')}.`,
    });
  }
  return { dataset, images, labels };
}

function imageColumn(file: LoadedFile): TensorColumn {
  const { shape, values } = parseIdx(file.path, file.bytes);
  if (shape.length < 3 || shape.includes(0)) {
    throw new DataError(`images need three axes (rows, height, width), not ${shape.join(' × ')}`, {
      file: file.path,
      fix: shape.length === 1 ? 'This may be the file of labels.' : 'Check that you named the right file.',
    });
  }
  const [, ...axes] = shape;
  return { name: 'image', kind: 'tensor', shape: axes.length === 2 ? [...axes, 1] : axes, values };
}

function labelColumn(file: LoadedFile, names: readonly string[]): CategoryColumn {
  const { shape, values } = parseIdx(file.path, file.bytes);
  if (shape.length !== 1) {
    throw new DataError(`labels need one axis, not ${shape.join(' × ')}`, {
      file: file.path,
      fix: 'This may be the file of images.',
    });
  }
  const codes = Int32Array.from(values);
  const largest = codes.reduce((maximum, code) => Math.max(maximum, code), 0);
  if (names.length > 0 && largest >= names.length) {
    const row = codes.findIndex((code) => code >= names.length);
    throw new DataError(`${codes[row]} is no label of the ${names.length} classes`, {
      file: file.path,
      row: row + 1,
      value: String(codes[row]),
      fix: 'Name every class, or check that the file is undamaged.',
    });
  }
  const categories =
    names.length > 0 ? names : Array.from({ length: largest + 1 }, (_, code) => String(code));
  return { name: 'label', kind: 'category', codes, categories };
}
