import { useId, useState } from 'preact/hooks';
import type { Run } from '../../record/run';
import { factsOf, linesOf } from '../model/log';
import { describeMoment } from '../model/moment';
import { Icon, type IconName } from '../parts/Icon';

const MARKS: Record<Run['outcome'], { kind: string; icon: IconName }> = {
  complete: { kind: 'fresh', icon: 'check' },
  failed: { kind: 'problem', icon: 'alert' },
  stopped: { kind: 'never', icon: 'stop' },
};

/** A refresh of the log: in three lines, and pressed with all that is known of it. */
export function LogEntry({ run, now }: { run: Run; now: number }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { kind, icon } = MARKS[run.outcome];
  const { ended, rows } = linesOf(run);
  return (
    <li class="log-entry" data-outcome={run.outcome} data-why={run.why}>
      <button
        type="button"
        class="log-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span class={`status-icon ${kind}`}>
          <Icon name={icon} size={18} />
        </span>
        <span class="log-text">
          <span class="log-head">
            <span class="log-name">{run.name}</span>
            <span class="log-time">{describeMoment(run.at, now)}</span>
          </span>
          <span class="hint">{ended}</span>
          {rows && <span class="hint">{rows}</span>}
          {run.problem && <span class="log-problem">{run.problem}</span>}
        </span>
        <Icon name="chevron" size={18} />
      </button>
      {open && (
        <div class="log-details" id={id}>
          <dl class="facts">
            {factsOf(run, now).map(([term, text]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          {run.warnings.map((warning) => (
            <p class="hint" key={warning}>
              {warning}
            </p>
          ))}
        </div>
      )}
    </li>
  );
}
