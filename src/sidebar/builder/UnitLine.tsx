import type { FieldView } from '../../actions/overview';
import type { Mark } from '../../logins/sight';
import type { QueryColumn } from '../../query/query';
import { Icon } from '../parts/Icon';
import { words } from '../words';
import { FieldMark } from './FieldMark';

interface UnitLineProps {
  column: QueryColumn;
  field: FieldView | undefined;
  /** What keeps its values from the login. */
  marks: Mark[] | undefined;
}

/** What a column is of and in what unit, whether everybody will see amounts in it, and whether there will be any values. */
export function UnitLine({ column, field, marks }: UnitLineProps) {
  if (!field) return <span class="column-unit">{words.columns.unknown}</span>;
  const unit = column.show === 'share' ? words.units.percent : words.units[field.type];
  return (
    <span class="column-unit">
      {column.title ? `${field.title} · ${unit}` : unit}
      {field.confidential && !marks && (
        <span class="seen-by-all" title={words.columns.confidential}>
          <Icon name="eye" size={14} />
          <span class="only-heard">{words.columns.confidential}</span>
        </span>
      )}
      <FieldMark marks={marks} />
    </span>
  );
}
