import { useForm } from '../builder/form';
import { PreviewPanel } from '../builder/PreviewPanel';
import { usePreview } from '../builder/preview';
import { QueryForm } from '../builder/QueryForm';
import { RequestsLine } from '../builder/RequestsLine';
import { Said } from '../builder/Said';
import type { Draft } from '../model/draft';
import { Button, IconButton } from '../parts/Button';
import { KeyTool } from '../parts/KeyTool';
import { Screen } from '../parts/Screen';
import { useApp, useWork } from '../state/context';
import { words } from '../words';

/** The third step: everything has a good answer already and can be changed. */
export function Check({ draft: given }: { draft: Draft }) {
  const { app } = useApp();
  const form = useForm(given, 'period');
  const looking = usePreview(form);
  const [busy, work] = useWork();
  const getData = () =>
    work(() =>
      app.attempt(async () => {
        if (!(await app.mayShow(app.amountsOf(form.draft)))) return;
        const query = await app.save(form.draft);
        await app.refresh([query.id]);
        app.show({ name: 'query', id: query.id });
      }),
    );
  return (
    <Screen
      testId="check"
      title={words.check.title}
      tools={<KeyTool accounts={form.draft.accounts} />}
      framed
      under={<Said form={form} />}
      bar={
        <>
          <PreviewPanel looking={looking} />
          <RequestsLine form={form} />
          <Button kind="primary" busy={busy} onClick={() => form.submit(getData)} testId="get-data">
            {words.check.getData}
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
      <QueryForm form={form} />
    </Screen>
  );
}
