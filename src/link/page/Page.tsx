import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LinkState, Told, Visit } from '../protocol';
import { Form } from './Form';
import { Notice } from './Notice';
import { type OpenedLink, openedLink } from './openedLink';
import type { Ask, Given } from './seal';
import { words } from './words';

/** What the page does beyond showing things. */
export interface PageEffects {
  fragment(): Promise<string>;
  visit(given: Visit): Promise<Told>;
  openAsk(link: OpenedLink, sealed: string): Promise<Ask | null>;
  sealAnswer(link: OpenedLink, given: Given): Promise<string>;
}

/** What the page shows. */
type Shown =
  | { as: 'loading' }
  | { as: 'incomplete' }
  | { as: 'unreached' }
  | { as: 'form'; link: OpenedLink; ask: Ask; expiresAt: number | null }
  | { as: 'done'; ask: Ask }
  | { as: 'state'; state: LinkState };

/** The page of a link: who asks for what and a form, or what has become of the link. */
export function Page({ effects }: { effects: PageEffects }) {
  const [shown, show] = useState<Shown>({ as: 'loading' });
  const load = useCallback(() => {
    show({ as: 'loading' });
    opened(effects).then(show, () => show({ as: 'unreached' }));
  }, [effects]);
  useEffect(load, [load]);

  return (
    <main>
      <p class="product">{words.product}</p>
      {contentOf(shown, effects, show, load)}
    </main>
  );
}

function contentOf(shown: Shown, effects: PageEffects, show: (next: Shown) => void, again: () => void) {
  if (shown.as === 'loading') return <p role="status">{words.loading}</p>;
  if (shown.as === 'incomplete') return <Notice {...words.incomplete} />;
  if (shown.as === 'unreached') {
    const { title, text } = words.unreached;
    return (
      <Notice title={title} text={text}>
        <button type="button" class="button" onClick={again}>
          {words.unreached.again}
        </button>
      </Notice>
    );
  }
  if (shown.as === 'state') return <Notice {...words.states[shown.state]} />;
  if (shown.as === 'done') {
    return (
      <Notice title={words.done.title} text={words.done.text(shown.ask.asker)} good>
        <p>{words.done.checked}</p>
        <p>{words.done.revoke}</p>
      </Notice>
    );
  }
  const { link, ask, expiresAt } = shown;
  return (
    <Form
      ask={ask}
      expiresAt={expiresAt}
      seal={(given) => effects.sealAnswer(link, given)}
      send={async (answer) => {
        const { kept, state } = await effects.visit({ link: link.id, answer });
        show(kept ? { as: 'done', ask } : { as: 'state', state });
      }}
    />
  );
}

/** What a link shows first. Looking at it changes nothing. */
async function opened({ fragment, visit, openAsk }: PageEffects): Promise<Shown> {
  const link = openedLink(await fragment());
  if (link === null) return { as: 'incomplete' };
  const { state, ask: sealed, expiresAt } = await visit({ link: link.id });
  if (state !== 'open') return { as: 'state', state };
  const ask = await openAsk(link, sealed ?? '');
  return ask === null ? { as: 'incomplete' } : { as: 'form', link, ask, expiresAt };
}
