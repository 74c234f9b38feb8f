import { useState } from 'preact/hooks';
import { useForm } from '../builder/form';
import { PreviewPanel } from '../builder/PreviewPanel';
import { usePreview } from '../builder/preview';
import { QueryForm } from '../builder/QueryForm';
import { RequestsLine } from '../builder/RequestsLine';
import { Said } from '../builder/Said';
import { type Draft, sameDraft } from '../model/draft';
import { Button, IconButton } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { KeyTool } from '../parts/KeyTool';
import { Screen } from '../parts/Screen';
import type { SidebarProblem } from '../problem';
import { useApp, useWork } from '../state/context';
import type { Section } from '../state/state';
import { words } from '../words';

/** All of a query, one section open at a time. */
export function Editor({
  draft: given,
  section,
  problems = [],
}: {
  draft: Draft;
  section: Section | null;
  /** What of an imported query could not be taken over. */
  problems?: SidebarProblem[];
}) {
  const { app } = useApp();
  const form = useForm(given, section);
  const { draft } = form;
  const looking = usePreview(form);
  const [busy, work] = useWork();
  const [refreshing, setRefreshing] = useState(false);
  const changed = !sameDraft(draft, given);
  const leave = async () => {
    if (changed && (await app.ask({ kind: 'leave', name: draft.name })) === null) return;
    app.back();
  };
  const save = (refresh: boolean) => {
    setRefreshing(refresh);
    work(() =>
      app.attempt(async () => {
        // Saving a query is agreeing to it: what others changed in it is seen first.
        if (draft.id && !(await app.agreed([draft.id]))) return;
        if (refresh && !(await app.mayShow(app.amountsOf(draft)))) return;
        const query = await app.save(draft);
        if (refresh) await app.refresh([query.id]);
        else app.say(words.editor.saved(query.name));
        app.show({ name: 'query', id: query.id });
      }),
    );
  };
  return (
    <Screen
      testId="editor"
      title={draft.id ? words.editor.title : words.editor.titleNew}
      onBack={() => void leave()}
      tools={<KeyTool accounts={draft.accounts} />}
      framed
      under={<Said form={form} />}
      bar={
        <>
          <PreviewPanel looking={looking} />
          <RequestsLine form={form} />
          <Button
            kind="primary"
            busy={busy && refreshing}
            onClick={() => form.submit(() => save(true))}
            testId="save-refresh"
          >
            {words.editor.saveAndRefresh}
          </Button>
          <Button
            busy={busy && !refreshing}
            disabled={draft.id !== undefined && !changed}
            onClick={() => form.submit(() => save(false))}
            testId="save"
          >
            {words.common.save}
          </Button>
          <IconButton
            icon="eye"
            label={words.preview.look}
            onClick={looking.look}
            busy={looking.state === 'loading'}
          />
        </>
      }
    >
      {problems.length > 0 && (
        <div class="card warning" role="alert">
          <Icon name="alert" />
          <div class="card-text">
            <p class="card-title">{words.json.imported}</p>
            <ul>
              {problems.map(({ title, remedy }) => (
                <li key={title}>
                  {title} {remedy}
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
      <QueryForm form={form} />
    </Screen>
  );
}
