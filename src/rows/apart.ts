import type { Leaf } from '../reports/report';
import type { Line } from './line';
import type { Shape } from './shape';
import { better, type Member } from './trait';

/**
 * One thing has one name in a table, also when it was renamed while it was read. Where two things have one name, both get
 * what tells them apart behind it: `Support (Acme)`, `Support (Beta)`; things of two accounts are apart by these. What is still
 * alike then gets its id.
 */
export function nameThings(lines: Line[], split: Map<string, Member>, { traits, visible }: Shape): void {
  for (let place = 0; place < visible; place++) {
    if (!traits[place].field.entity) continue;
    const things = new Map<string, Member>();
    const keyOf = ({ account, members }: Line) => `${account} ${members[place].mark}`;
    for (const line of lines) {
      things.set(keyOf(line), better(things.get(keyOf(line)), line.members[place]));
    }
    tellApart(things, (key) => key.slice(0, key.indexOf(' ')));
    for (const line of lines) line.members[place] = things.get(keyOf(line)) as Member;
  }
  tellApart(split, () => '');
}

function tellApart(things: Map<string, Member>, scopeOf: (key: string) => string): void {
  const byLabel = new Map<string, string[]>();
  for (const [key, { leaf }] of things) {
    if (leaf === null) continue;
    const label = `${scopeOf(key)} ${leaf}`;
    const keys = byLabel.get(label) ?? [];
    keys.push(key);
    byLabel.set(label, keys);
  }
  for (const keys of byLabel.values()) {
    if (keys.length < 2) continue;
    const members = keys.map((key) => things.get(key) as Member);
    const labels = members.map(({ leaf, apart }) =>
      apart === null ? String(leaf) : `${leaf as Leaf} (${apart})`,
    );
    for (const [at, key] of keys.entries()) {
      const { leaf, apart, ids } = members[at];
      const alike = labels.indexOf(labels[at]) !== labels.lastIndexOf(labels[at]);
      // Two tasks of two projects of one name: nothing that people say is left to tell them apart.
      const more = [apart, ...(alike ? ids : [])].filter((text) => text !== null);
      if (more.length > 0) things.set(key, { ...members[at], leaf: `${leaf as Leaf} (${more.join(', ')})` });
    }
  }
}
