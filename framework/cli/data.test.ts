import { describe, expect, it } from 'vitest';
import { data } from './data.ts';

const run = async (name?: string, json = false) => {
  let text = '';
  const code = await data({
    ...(name === undefined ? {} : { name }),
    json,
    write: (part) => {
      text += part;
    },
  });
  // Colours depend on where the test runs.
  // eslint-disable-next-line no-control-regex
  return { code, text: text.replaceAll(/\u001b\[\d+m/g, '') };
};

describe('descent data', () => {
  it('lists the data sets', async () => {
    expect(await run()).toEqual({
      code: 0,
      text: [
        'name         rows  licence       title',
        'mnist      70,000  CC-BY-SA-3.0  MNIST handwritten digits',
        'moderator   9,000  Apache-2.0    Cooling loop of a moderator (simulated)',
        'penguins      344  CC0-1.0       Palmer penguins',
        'spectra       800  Apache-2.0    One peak or two (simulated spectra)',
        '',
        'More about one: descent data mnist',
        '',
      ].join('\n'),
    });
    expect(JSON.parse((await run(undefined, true)).text)).toEqual([
      { name: 'mnist', title: 'MNIST handwritten digits', rows: 70_000, licence: 'CC-BY-SA-3.0' },
      {
        name: 'moderator',
        title: 'Cooling loop of a moderator (simulated)',
        rows: 9000,
        licence: 'Apache-2.0',
      },
      { name: 'penguins', title: 'Palmer penguins', rows: 344, licence: 'CC0-1.0' },
      { name: 'spectra', title: 'One peak or two (simulated spectra)', rows: 800, licence: 'Apache-2.0' },
    ]);
  });

  it('shows a table with its columns, findings and first rows', async () => {
    const { code, text } = await run('penguins');
    expect(code).toBe(0);
    expect(text).toContain(
      [
        'Columns',
        '  name               kind          missing  values',
        '  species            category            0  Adelie 152, Chinstrap 68, Gentoo 124',
        '  island             category            0  Biscoe 168, Dream 124, Torgersen 52',
        '  bill_length_mm     number in mm        2  32.1 to 59.6, mean 43.922',
        '  bill_depth_mm      number in mm        2  13.1 to 21.5, mean 17.151',
        '  flipper_length_mm  number in mm        2  172 to 231, mean 200.92',
        '  body_mass_g        number in g         2  2700 to 6300, mean 4201.8',
        '  sex                category           11  female 165, male 168',
        '  year               number              0  2007 to 2009, mean 2008',
      ].join('\n'),
    );
    expect(text).toContain('  note     11 of 344 rows (3.2 %) lack a value: sex 11,');
    expect(text).toContain(
      [
        'First rows',
        '  species  island     bill_length_mm  bill_depth_mm  flipper_length_mm  body_mass_g  sex     year',
        '  Adelie   Torgersen            39.1           18.7                181         3750  male    2007',
        '  Adelie   Torgersen            39.5           17.4                186         3800  female  2007',
        '  Adelie   Torgersen            40.3             18                195         3250  female  2007',
        '  Adelie   Torgersen               –              –                  –            –  –       2007',
      ].join('\n'),
    );
  });

  it('shows images in block characters, each above its label', async () => {
    const { text } = await run('mnist');
    expect(text).toContain('  rows     train 60,000 rows, test 10,000 rows\n');
    expect(text).toContain('  ▗▟██▛            ▝██▛▘                ▐█          ▐█                 █\n');
    expect(text).toContain('  label 5         label 0         label 4         label 1         label 9\n');
  });

  it('shows the first values of arrays that are no images', async () => {
    const { text } = await run('spectra');
    expect(text).toContain(
      [
        '  spectrum                                                        label',
        '  0.12439, 0.025258, -0.04004, -0.033065, -0.17696, 0.045941, …   goldstone',
      ].join('\n'),
    );
  });

  it('gives the same as JSON', async () => {
    const value = JSON.parse((await run('penguins', true)).text) as {
      columns: unknown[];
      findings: unknown[];
    };
    expect(value).toMatchObject({ name: 'penguins', licence: 'CC0-1.0', rows: [{ part: null, rows: 344 }] });
    expect(value.columns[6]).toEqual({
      name: 'sex',
      kind: 'category',
      categories: ['female', 'male'],
      description: 'Sex, determined from a blood sample; missing for 11 birds.',
      missing: 11,
      counts: [
        { name: 'female', rows: 165 },
        { name: 'male', rows: 168 },
      ],
    });
    expect(value.findings).toHaveLength(3);
  });

  it('refuses an unknown name', async () => {
    await expect(run('pinguins')).rejects.toMatchObject({
      message: 'unknown data set "pinguins"',
      fix: 'Did you mean "penguins"?',
    });
  });
});
