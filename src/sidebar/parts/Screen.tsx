import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../state/context';
import { words } from '../words';
import { IconButton } from './Button';
import { ConnectionBanner } from './ConnectionBanner';
import { Failure } from './Failure';

interface ScreenProps {
  title: string;
  /** Where back leads; without it back leads to the screen before, if there is one. */
  onBack?: () => void;
  /** In the head, at its end. */
  tools?: ComponentChildren;
  /** The bar at the bottom that stays in view. */
  bar?: ComponentChildren;
  /** Between head and body, in view too. */
  under?: ComponentChildren;
  children: ComponentChildren;
  testId: string;
  /** Head and bar stay where they are: what is between them scrolls by itself, so that nothing in it is ever below them. */
  framed?: boolean;
  /** The heading is for ears only. */
  quiet?: boolean;
}

/** The frame of every screen. A new one takes the focus to its heading, so that it is never lost. */
export function Screen({ title, onBack, tools, bar, under, children, testId, quiet, framed }: ScreenProps) {
  const { app, state } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.body.dataset.used) heading.current?.focus();
    document.body.dataset.used = 'yes';
  }, []);
  const back = onBack ?? (state.screens.length > 1 ? () => app.back() : null);
  return (
    <div class={framed ? 'screen framed' : 'screen'} data-testid={`screen-${testId}`}>
      <header class={quiet ? 'top quiet' : 'top'}>
        <div class="top-line">
          {back && <IconButton icon="back" label={words.common.back} onClick={back} />}
          <h1 ref={heading} tabIndex={-1} class={quiet ? 'only-heard' : ''}>
            {title}
          </h1>
          {tools}
        </div>
        {under}
      </header>
      <main class="body">
        <ConnectionBanner />
        <Failure />
        {children}
      </main>
      {bar && <footer class="bar">{bar}</footer>}
    </div>
  );
}
