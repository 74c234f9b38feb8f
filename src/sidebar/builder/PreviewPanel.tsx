import type { Preview } from '../entries';
import { cellText, isNumeric } from '../model/cellText';
import { Button, IconButton } from '../parts/Button';
import { Skeleton } from '../parts/Skeleton';
import { words } from '../words';
import type { Looking } from './preview';

/** The first rows of a query above the bar: they stay while it is changed, and say when they are no longer of it. */
export function PreviewPanel({ looking }: { looking: Looking }) {
  const { state, preview, problem, outdated, look, close } = looking;
  if (state === 'closed') return null;
  return (
    <section
      class="preview"
      aria-label={words.preview.title}
      data-testid="preview"
      aria-busy={state === 'loading'}
    >
      <div class="preview-head">
        <h2 class="label">{words.preview.title}</h2>
        <span class="hint" role="status">
          {state === 'loading' ? words.preview.loading : preview ? sayOf(preview) : ''}
        </span>
        <IconButton icon="close" class="small" label={words.preview.close} onClick={close} />
      </div>
      {problem && (
        <div class="in-place" role="alert">
          <p>
            <strong>{problem.title}</strong> {problem.remedy}
          </p>
        </div>
      )}
      {state === 'loading' && !preview && <Skeleton lines={3} />}
      {preview && <PreviewTable preview={preview} />}
      {state !== 'loading' && (outdated || problem) && (
        <div class="preview-foot">
          {outdated && <span class="hint">{words.preview.outdated}</span>}
          <Button kind="quiet" icon="refresh" onClick={look}>
            {problem ? words.common.tryAgain : words.preview.again}
          </Button>
        </div>
      )}
    </section>
  );
}

function sayOf({ sample, of, rows }: Preview): string {
  // Rows with totals are shown too, and are none of the query's.
  const shown = Math.min(rows.length, of ?? rows.length);
  return sample ? words.preview.sample(shown, of) : words.preview.whole(shown, of ?? shown);
}

/** A table that scrolls by itself: the sidebar never does sideways. */
function PreviewTable({ preview: { columns, rows } }: { preview: Preview }) {
  if (rows.length === 0) return <p class="nothing">{words.preview.empty}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section class="preview-frame" tabIndex={0} aria-label={words.preview.scrolls}>
      <table>
        <thead>
          <tr>
            {columns.map(({ title, type }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity than their place
              <th key={index} scope="col" class={isNumeric(type) ? 'numeric' : ''} title={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place
            <tr key={line}>
              {row.map((value, index) => {
                const type = columns[index]?.type ?? 'text';
                const text = cellText(value, type);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity than their place
                  <td key={index} class={isNumeric(type) ? 'numeric' : ''} title={text}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
