import { useRef, useState } from 'preact/hooks';
import type { Preview } from '../entries';
import { problemIn, type SidebarProblem } from '../problem';
import { useApp } from '../state/context';
import { words } from '../words';
import type { Form } from './form';

/** The first rows of a draft, as they were when somebody asked for them. */
export interface Looking {
  state: 'closed' | 'loading' | 'shown' | 'failed';
  preview: Preview | null;
  problem: SidebarProblem | null;
  /** Whether the draft was changed since. */
  outdated: boolean;
  look(): void;
  close(): void;
}

/** Lets somebody look at the first rows of a form's query: each look is one request at most. */
export function usePreview(form: Form): Looking {
  const { app } = useApp();
  const [shown, setShown] = useState<Omit<Looking, 'outdated' | 'look' | 'close'>>({
    state: 'closed',
    preview: null,
    problem: null,
  });
  const [asked, setAsked] = useState('');
  const turn = useRef(0);
  const { name: _, target: __, ...question } = form.draft;
  const now = JSON.stringify(question);
  const ask = async () => {
    const own = ++turn.current;
    setAsked(now);
    setShown((before) => ({ ...before, state: 'loading', problem: null }));
    try {
      const preview = await app.call('previewRows', { query: form.draft });
      if (own === turn.current) setShown({ state: 'shown', preview, problem: null });
    } catch (error) {
      const { unexpected } = words.problems;
      const problem = problemIn(error, { code: 'unexpected', scope: {}, retry: 'now', ...unexpected });
      if (own === turn.current) setShown({ state: 'failed', preview: null, problem });
    }
  };
  return {
    ...shown,
    outdated: asked !== now,
    look: () => form.submit(() => void ask()),
    close() {
      turn.current++;
      setShown({ state: 'closed', preview: null, problem: null });
    },
  };
}
