import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './Icon';

interface FoldProps {
  title: ComponentChildren;
  /** What is inside, in a line, while it is closed. */
  summary?: string;
  children: ComponentChildren;
  open?: boolean;
  /** Told when it is opened or closed; without it the fold keeps that itself. */
  onToggle?(open: boolean): void;
  level?: 2 | 3;
}

/** A heading that opens what is below it. */
export function Fold({ title, summary, children, open, onToggle, level = 2 }: FoldProps) {
  const id = useId();
  const [own, setOwn] = useState(open ?? false);
  const shown = onToggle ? (open ?? false) : own;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={shown ? 'fold open' : 'fold'}>
      <Heading class="fold-heading">
        <button
          type="button"
          class="fold-button"
          aria-expanded={shown}
          aria-controls={shown ? id : undefined}
          onClick={() => (onToggle ? onToggle(!shown) : setOwn(!shown))}
        >
          <Icon name="chevron" />
          <span class="fold-title">{title}</span>
          {summary && !shown && <span class="fold-summary">{summary}</span>}
        </button>
      </Heading>
      {shown && (
        <div class="fold-body" id={id}>
          {children}
        </div>
      )}
    </section>
  );
}
