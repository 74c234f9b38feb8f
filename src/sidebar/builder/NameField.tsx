import { Button } from '../parts/Button';
import { TextField } from '../parts/Field';
import { words } from '../words';
import type { Form } from './form';

/** What the query is called; a name that another has comes with a free one to take. */
export function NameField({ form: { draft, change, faults } }: { form: Form }) {
  const { freeName } = faults;
  return (
    <div class="name-field">
      <TextField
        label={words.common.name}
        value={draft.name}
        onInput={(name) => change({ name })}
        error={faults.name}
        maxLength={100}
      />
      {freeName && (
        <Button kind="quiet" onClick={() => change({ name: freeName })}>
          {words.check.takeName(freeName)}
        </Button>
      )}
    </div>
  );
}
