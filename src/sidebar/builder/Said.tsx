import { questionOf } from '../model/sentence';
import { sayDates } from '../model/summaries';
import { Sentence } from '../parts/Sentence';
import type { Form } from './form';

/** What the query asks, in a sentence, and the days that it means: in view whatever is open. */
export function Said({ form: { draft, report, at } }: { form: Form }) {
  const parts = questionOf(draft, report);
  return (
    <div class="said" data-testid="said">
      <p class="sentence" title={parts.map(({ text }) => text).join('')}>
        <Sentence parts={parts} />
      </p>
      {report?.dated !== false && <p class="dates">{sayDates(draft, at)}</p>}
    </div>
  );
}
