import { Button } from '../parts/Button';
import { words } from '../words';
import type { Form } from './form';

interface BarredProps {
  form: Form;
  label: string;
  /** Why it can't be chosen as things are. */
  reason: string;
}

/** What can't be chosen as things are, why, and the one click that lets it be where there is one. */
export function Barred({ form: { draft, setGrain }, label, reason }: BarredProps) {
  return (
    <div class="barred">
      <p class="label">{label}</p>
      <p class="hint">{reason}</p>
      {draft.grain === 'each' && (
        <Button kind="quiet" onClick={() => setGrain('grouped')}>
          {words.grain.group}
        </Button>
      )}
    </div>
  );
}
