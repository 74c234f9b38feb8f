import type { FilterValue } from '../../query/filter';
import type { ListedValue } from '../entries';
import { words } from '../words';
import type { Option } from './search';

/** What a value is called among the options of a list: by id for things, by the text for names that were typed. */
export function valueKey(value: FilterValue): string {
  if (typeof value !== 'object') return `name ${value}`;
  return 'cell' in value ? `cell ${value.cell}` : `id ${value.id}`;
}

/** Things as options: two of one name are told apart, archived ones say so and come last. */
export function thingOptions(things: ListedValue[]): Option[] {
  const sorted = [...things].sort((a, b) => Number(a.archived) - Number(b.archived));
  return sorted.map(({ id, name, apart, archived }) => ({
    value: `id ${id}`,
    label: name,
    also: apart ?? undefined,
    hint: [apart, archived ? words.filters.archived : ''].filter(Boolean).join(' · ') || undefined,
  }));
}

/** The value that a key stands for: a thing of the list, one that is chosen already, or a name that was typed. */
export function thingOf(key: string, things: ListedValue[], chosen: FilterValue[]): FilterValue {
  const known = chosen.find((value) => valueKey(value) === key);
  if (known !== undefined) return known;
  const thing = things.find(({ id }) => `id ${id}` === key);
  return thing ? { id: thing.id, name: thing.name } : key.replace(/^name /, '');
}
