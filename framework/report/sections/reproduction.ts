import type { ProvenanceRecord } from '../../experiment/provenance-record.ts';
import { html, type Html, type HtmlPart } from '../../page/html.ts';
import type { RunRecord } from '../run-record.ts';
import { renderTable, type Section } from '../../page/section.ts';

/** What one needs to do the run again: the experiment with all defaults, versions, machine, code and data. */
export function reproductionSection({ provenance, specText }: RunRecord): Section | undefined {
  if (provenance === undefined && specText === undefined) return undefined;
  const everywhere =
    provenance?.backend.mode === 'reproducible' ? '; on wasm to the last bit, on every machine' : '';
  return {
    id: 'reproduction',
    title: 'Reproduction',
    note: `The same seed, versions, backend and mode give the same numbers${everywhere}.`,
    content: html`${provenance === undefined ? null : renderProvenance(provenance)}
    ${
      specText === undefined
        ? null
        : html`<figure class="listing">
            <figcaption>The experiment, with every default filled in</figcaption>
            <pre tabindex="0"><code>${specText.trimEnd()}</code></pre>
          </figure>`
    }`,
  };
}

const MODES = {
  reproducible: 'reproducible: the same bits on every machine',
  fast: 'fast: the last bits may differ between processors',
} as const;

function modeFact(mode: keyof typeof MODES): [string, HtmlPart] {
  return ['mode', MODES[mode]];
}

function renderProvenance(provenance: ProvenanceRecord): Html {
  const { backend, git } = provenance;
  const facts: readonly [string, HtmlPart][] = [
    ['command', html`<code>${provenance.command.join(' ')}</code>`],
    ['seed', String(provenance.seed)],
    ['backend', html`${backend.name} <small>${backend.description}</small>`],
    ...(backend.mode ? [modeFact(backend.mode)] : []),
    [
      'versions',
      `descent ${provenance.descent}, TensorFlow.js ${provenance.tensorflow}, Node.js ${provenance.node}`,
    ],
    ['platform', provenance.platform],
    ['started', provenance.started],
    ['git commit', renderCommit(git)],
  ];
  return html`<dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${
      git !== null && git.diff !== ''
        ? html`<details>
            <summary>What differed from the commit</summary>
            <pre tabindex="0"><code>${git.diff}</code></pre>
          </details>`
        : null
    }
    ${
      provenance.data.length === 0
        ? null
        : renderTable(
            'Files that were read',
            [{ title: 'file' }, { title: 'sha256' }],
            provenance.data.map(({ path, sha256 }) => ({
              cells: [html`<code>${path}</code>`, html`<code class="hash">${sha256}</code>`],
            })),
          )
    }`;
}

function renderCommit(git: ProvenanceRecord['git']): HtmlPart {
  if (git === null) return 'none: the experiment is not in a git repository';
  return html`<code class="hash">${git.commit}</code
    >${git.dirty ? ', with changes that were not committed' : ', nothing changed'}`;
}
