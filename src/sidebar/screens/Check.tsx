import { useState } from 'preact/hooks';
import { type Draft, faultsOf } from '../model/draft';
import { sentenceOf } from '../model/sentence';
import { Button } from '../parts/Button';
import { Columns } from '../parts/Columns';
import { Destination } from '../parts/Destination';
import { Disclosure } from '../parts/Disclosure';
import { TextField } from '../parts/Field';
import { focusFault } from '../parts/focus';
import { Options } from '../parts/Options';
import { PeriodField } from '../parts/PeriodField';
import { Screen } from '../parts/Screen';
import { Sentence } from '../parts/Sentence';
import { useApp, useWork } from '../state/context';
import { atOf, reportOf } from '../state/lookup';
import { words } from '../words';

/** The third step: everything has a good answer already and can be changed. */
export function Check({ draft: given }: { draft: Draft }) {
  const { app, state } = useApp();
  const [draft, setDraft] = useState(given);
  const [tried, setTried] = useState(false);
  const [columnsOpen, setColumnsOpen] = useState(false);
  const [busy, work] = useWork();
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const report = reportOf(state, draft);
  const faults = faultsOf(draft, report);
  const shown = tried ? faults : {};
  const getData = () => {
    setTried(true);
    if (faults.columns) setColumnsOpen(true);
    if (Object.keys(faults).length > 0) return focusFault();
    work(() =>
      app.attempt(async () => {
        if (!(await app.mayShow(app.amountsOf(draft)))) return;
        const query = await app.save(draft);
        await app.refresh([query.id]);
        app.show({ name: 'query', id: query.id });
      }),
    );
  };
  return (
    <Screen
      testId="check"
      title={words.check.title}
      bar={
        <Button kind="primary" busy={busy} onClick={getData} testId="get-data">
          {words.check.getData}
        </Button>
      }
    >
      <p class="sentence">
        <Sentence parts={sentenceOf(draft, report)} />
      </p>
      <TextField
        label={words.common.name}
        value={draft.name}
        onInput={(name) => change({ name })}
        error={shown.name}
        maxLength={100}
      />
      {report?.dated === false ? (
        <p class="hint">{words.period.undated}</p>
      ) : (
        <PeriodField
          period={draft.period}
          onChange={(period) => change({ period })}
          at={atOf(state, draft, app.now())}
          error={faults.period}
        />
      )}
      <Destination target={draft.target} onChange={(target) => change({ target })} name={draft.name} />
      <div class="disclosures">
        {report && (
          <Disclosure
            title={words.check.columns(draft.columns.length)}
            open={columnsOpen}
            onToggle={setColumnsOpen}
          >
            <Columns
              report={report}
              columns={draft.columns}
              onChange={(columns) => change({ columns })}
              error={shown.columns}
            />
          </Disclosure>
        )}
        <Disclosure
          title={words.check.options}
          summary={words.options.summary(draft.zone, draft.options.durations === 'decimal')}
        >
          <Options draft={draft} onChange={change} />
        </Disclosure>
      </div>
    </Screen>
  );
}
