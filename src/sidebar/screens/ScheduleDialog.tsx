import { useMemo, useState } from 'preact/hooks';
import { sentenceOf } from '../../schedule/sentence';
import { draftOf, type How, privateLogin, type ScheduleDraft, STEPS, scheduleOf } from '../model/schedules';
import { zoneOptions } from '../model/zones';
import { Button } from '../parts/Button';
import { SelectField } from '../parts/Field';
import { Icon } from '../parts/Icon';
import { Modal } from '../parts/Modal';
import { Picker } from '../parts/Picker';
import { useApp } from '../state/context';
import { words } from '../words';

interface ScheduleDialogProps {
  /** The id of the query. */
  query: string;
  /** Told the schedule as JSON, or null when it stays as it is. */
  answer(text: string | null): void;
}

/** Asks how often a query is to be refreshed by itself, and says for whom that works. */
export function ScheduleDialog({ query: id, answer }: ScheduleDialogProps) {
  const { app, state } = useApp();
  const view = app.view(id);
  const [draft, setDraft] = useState(() =>
    draftOf(view?.schedule?.schedule ?? null, view?.query?.zone ?? 'UTC'),
  );
  const change = (part: Partial<ScheduleDraft>) => setDraft({ ...draft, ...part });
  const zones = useMemo(() => zoneOptions(draft.zone), [draft.zone]);
  const { dialog } = words.schedule;
  const alone = view ? privateLogin(view, state.overview.logins) : null;
  const { degraded } = state.overview.schedules;
  const save = () => answer(JSON.stringify(scheduleOf(draft)));
  const actions = (
    <>
      <Button kind="primary" type="submit" testId="save-schedule">
        {dialog.save}
      </Button>
      <Button onClick={() => answer(null)}>{words.common.cancel}</Button>
    </>
  );
  return (
    <Modal
      title={dialog.title(view?.name ?? '')}
      onCancel={() => answer(null)}
      onSubmit={save}
      actions={actions}
    >
      <SelectField
        label={dialog.how}
        value={draft.how}
        choices={Object.entries(dialog.hows).map(([value, title]) => ({ value, title }))}
        onChange={(how) => change({ how: how as How })}
      />
      <When draft={draft} onChange={change} />
      <Picker
        label={dialog.zone}
        options={zones}
        value={[draft.zone]}
        onChange={([zone]) => zone && change({ zone })}
        testId="schedule-zone"
      />
      <p class="schedule-says" role="status">
        {sentenceOf(scheduleOf(draft))}
      </p>
      {alone && (
        <p class="audience">
          <Icon name="lock" size={16} />
          <span>{words.schedule.alone(alone.name)}</span>
        </p>
      )}
      {degraded && <p class="hint">{degraded}</p>}
    </Modal>
  );
}

/** The day and the hour, as far as how often leaves them open. */
function When({ draft, onChange }: { draft: ScheduleDraft; onChange(part: Partial<ScheduleDraft>): void }) {
  const { dialog, slot } = words.schedule;
  const { how } = draft;
  if (how === 'hour') return null;
  if (how === 'hours')
    return (
      <SelectField
        label={dialog.number}
        value={String(draft.number)}
        choices={[...new Set([...STEPS, draft.number])]
          .sort((a, b) => a - b)
          .map((number) => ({ value: String(number), title: dialog.hours(number) }))}
        onChange={(number) => onChange({ number: Number(number) })}
      />
    );
  return (
    <>
      {how === 'week' && (
        <SelectField
          label={dialog.weekday}
          value={String(draft.weekday)}
          choices={dialog.weekdays.map((title, index) => ({ value: String(index + 1), title }))}
          onChange={(weekday) => onChange({ weekday: Number(weekday) })}
        />
      )}
      {how === 'month' && (
        <SelectField
          label={dialog.day}
          value={String(draft.day)}
          choices={[
            ...Array.from({ length: 31 }, (_, index) => String(index + 1)).map((value) => ({
              value,
              title: value,
            })),
            { value: 'last-working', title: dialog.lastWorking },
          ]}
          onChange={(day) => onChange({ day: day === 'last-working' ? day : Number(day) })}
        />
      )}
      <SelectField
        label={dialog.hour}
        value={String(draft.hour)}
        choices={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), title: slot(hour) }))}
        hint={dialog.hourHint}
        onChange={(hour) => onChange({ hour: Number(hour) })}
      />
    </>
  );
}

interface RemoveProps {
  name: string;
  /** Those who carry it too. */
  names: string;
  answer(text: string | null): void;
}

/** Asks before a schedule is turned off that others carry too. */
export function RemoveSchedule({ name, names, answer }: RemoveProps) {
  const actions = (
    <>
      <Button kind="danger" onClick={() => answer('')} testId="remove-schedule">
        {words.schedule.remove}
      </Button>
      <Button onClick={() => answer(null)} autoFocus>
        {words.common.cancel}
      </Button>
    </>
  );
  return (
    <Modal title={words.schedule.removeTitle(name)} onCancel={() => answer(null)} actions={actions}>
      <p>{words.schedule.removeText(names)}</p>
    </Modal>
  );
}
