import type { Pushed } from '../datasets/dataset';
import type { Days } from '../query/period';
import { contains, joined, sameDays } from './days';
import { isFiltered, sameFilters } from './filters';
import type { Dated } from './need';

/** Records of some days, and who takes of them. */
export interface Records {
  days: Days;
  filters: Pushed;
  needs: Dated[];
}

/**
 * The records that needs of one dataset, account and zone take: days that overlap or follow one another are read in one, and
 * what is a part of what is read without filters is read with that.
 */
export function shareRecords(needs: Dated[]): Records[] {
  const all = united(needs.filter(({ filters }) => !isFiltered(filters)));
  return [...all, ...united(needs.filter((need) => isFiltered(need.filters) && !ride(need, all)))];
}

/** Lets a need take of records that are read in any case, if they have all that it needs. */
export function ride(need: Dated, records: Records[]): boolean {
  const host = records.find(
    ({ days, filters }) =>
      (!isFiltered(filters) || sameFilters(filters, need.filters)) &&
      (need.partial ? contains(days, need.days) : sameDays(days, need.days)),
  );
  host?.needs.push(need);
  return host !== undefined;
}

/** Needs of the same filters as few stretches of days. */
function united(needs: Dated[]): Records[] {
  const united: Records[] = [];
  for (const need of [...needs].sort((a, b) => a.days.from.localeCompare(b.days.from))) {
    const host = united.find(({ days, filters, needs: others }) => {
      if (!sameFilters(filters, need.filters)) return false;
      const partial = need.partial && others.every((other) => other.partial);
      return partial ? joined(days, need.days) !== null : sameDays(days, need.days);
    });
    if (host) {
      host.days = joined(host.days, need.days) ?? host.days;
      host.needs.push(need);
    } else united.push({ days: need.days, filters: need.filters, needs: [need] });
  }
  return united;
}
