import type { Mark } from '../../logins/sight';
import { Icon } from '../parts/Icon';
import { words } from '../words';

/** What a login can't see, each with why and with what helps. */
export function MarkNotes({ marks, label }: { marks: Mark[]; label?: string }) {
  if (marks.length === 0) return null;
  return (
    <ul class="marks" aria-label={label ?? words.marks.label}>
      {marks.map(({ reason, remedy, effect }) => (
        <li key={reason} class="mark-note" data-effect={effect}>
          <Icon name={effect === 'refused' ? 'alert' : 'eyeOff'} size={16} />
          <span>
            {reason}
            {remedy && <span class="mark-remedy"> {remedy}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
