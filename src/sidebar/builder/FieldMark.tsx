import type { Mark } from '../../logins/sight';
import { reasonOf, shortly } from '../model/marks';
import { Icon } from '../parts/Icon';

/** That a chosen field has no values for this login: shortly to be seen, with the reason to be heard or pointed at. */
export function FieldMark({ marks }: { marks: Mark[] | undefined }) {
  const short = shortly(marks);
  if (short === null) return null;
  const reason = reasonOf(marks);
  return (
    <span class="field-mark" title={reason}>
      <Icon name="eyeOff" size={14} />
      {short}
      <span class="only-heard">: {reason}</span>
    </span>
  );
}
