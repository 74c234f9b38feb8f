import { useEffect, useMemo, useReducer } from 'preact/hooks';
import type { FilterValue } from '../../query/filter';
import type { QueryAccount } from '../../query/query';
import type { EntityKind } from '../../reports/report';
import { sayValue } from '../model/sayFilters';
import { thingOf, thingOptions, valueKey } from '../model/things';
import { Button } from '../parts/Button';
import { Picker } from '../parts/Picker';
import { useApp } from '../state/context';
import { words } from '../words';
import { Tokens } from './Tokens';

interface ThingValuesProps {
  kind: EntityKind;
  accounts: QueryAccount[];
  values: FilterValue[];
  onChange(values: FilterValue[]): void;
  error?: string;
}

/**
 * People, projects … picked by name from a live list. A name that isn't in it can be typed, also where it can't be read; not
 * while it is being read, when what somebody types to find a thing would be taken for its whole name.
 */
export function ThingValues({ kind, accounts, values, onChange, error }: ThingValuesProps) {
  const { app } = useApp();
  const [, draw] = useReducer((count: number, _: null) => count + 1, 0);
  useEffect(() => app.lists.subscribe(() => draw(null)), [app]);
  useEffect(() => void app.lists.load(accounts, kind), [app, accounts, kind]);
  const list = app.lists.of(accounts, kind);
  const options = useMemo(() => thingOptions(list.values), [list.values]);
  const hint = list.loading ? words.filters.loading : undefined;
  return (
    <div class="values">
      <Picker
        testId="filter-values"
        label={words.filters.values}
        options={options}
        value={values.map(valueKey)}
        multiple
        closes={false}
        placeholder={words.filters.things[kind]}
        hint={hint}
        error={error}
        empty={list.loading ? words.filters.loading : words.filters.unlisted}
        other={
          list.loading
            ? undefined
            : (typed) => ({ value: valueKey(typed), label: words.filters.byName(typed) })
        }
        onChange={(keys) => onChange(keys.map((key) => thingOf(key, list.values, values)))}
      />
      {list.problem && (
        <div class="in-place" role="alert">
          <p>{words.filters.loadFailed(list.problem.title)}</p>
          <Button kind="quiet" onClick={() => void app.lists.load(accounts, kind)}>
            {words.common.tryAgain}
          </Button>
        </div>
      )}
      <Tokens
        values={values.map((value) => ({ key: valueKey(value), name: sayValue(value) }))}
        onRemove={(index) => onChange(values.filter((_, at) => at !== index))}
      />
    </div>
  );
}
