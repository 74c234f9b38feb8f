import type { FieldView } from '../../actions/overview';
import type { QueryColumn } from '../../query/query';
import { Icon } from '../parts/Icon';
import { words } from '../words';

/** What a column is of and in what unit, and whether everybody will see amounts in it. */
export function UnitLine({ column, field }: { column: QueryColumn; field: FieldView | undefined }) {
  if (!field) return <span class="column-unit">{words.columns.unknown}</span>;
  const unit = column.show === 'share' ? words.units.percent : words.units[field.type];
  return (
    <span class="column-unit">
      {column.title ? `${field.title} · ${unit}` : unit}
      {field.confidential && (
        <span class="seen-by-all" title={words.columns.confidential}>
          <Icon name="eye" size={14} />
          <span class="only-heard">{words.columns.confidential}</span>
        </span>
      )}
    </span>
  );
}
