import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Icon } from './Icon';

interface DisclosureProps {
  title: ComponentChildren;
  /** What is inside, in a line, while it is closed. */
  summary?: string;
  /** Something inside has to be mended. */
  faulty?: boolean;
  /** Below the heading, in view also while it is closed. */
  always?: ComponentChildren;
  children: ComponentChildren;
  open?: boolean;
  /** Told when it is opened or closed; without it it keeps that itself. */
  onToggle?(open: boolean): void;
  level?: 2 | 3;
}

/** A heading that opens what is below it. */
export function Disclosure({
  title,
  summary,
  faulty,
  always,
  children,
  open,
  onToggle,
  level = 2,
}: DisclosureProps) {
  const id = useId();
  const [own, setOwn] = useState(open ?? false);
  const shown = onToggle ? (open ?? false) : own;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={shown ? 'disclosure open' : 'disclosure'}>
      <Heading class="disclosure-heading">
        <button
          type="button"
          class="disclosure-button"
          aria-expanded={shown}
          aria-controls={shown ? id : undefined}
          onClick={() => (onToggle ? onToggle(!shown) : setOwn(!shown))}
        >
          <Icon name="chevron" />
          <span class="disclosure-title">{title}</span>
          {faulty && <Icon name="alert" size={18} />}
          {summary && !shown && (
            <span class="disclosure-summary" title={summary}>
              {summary}
            </span>
          )}
        </button>
      </Heading>
      {always && <div class="disclosure-always">{always}</div>}
      {shown && (
        <div class="disclosure-body" id={id}>
          {children}
        </div>
      )}
    </section>
  );
}
