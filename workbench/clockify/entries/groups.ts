import type { Entry, Workspace } from '../model';
import { type GroupName, type Level, levelOf } from './levels';
import { Totals } from './totals';

/** What to group by, outermost first. */
export interface GroupingWish {
  groups: GroupName[];
  /** The zone that days, weeks and months are of. */
  zone: string;
  /** 0 for Sunday … 6 for Saturday. */
  weekStart: number;
}

/** Some entries that have a project, a day … in common. */
export interface EntryGroup {
  /** What it is a group of. */
  by: GroupName;
  /** The thing's id, a date, a description; null for entries without. */
  id: string | null;
  name: string;
  /** What a report tells of the thing besides. */
  about: Record<string, unknown>;
  totals: Totals;
  /** One level further in; null at the innermost. */
  children: EntryGroup[] | null;
}

interface Node {
  group: EntryGroup;
  inner: Map<string | null, Node>;
}

/** Puts entries into nested groups, one entry at a time. An entry with several tags is in the group of each. */
export class Grouping {
  readonly groups: EntryGroup[] = [];
  private readonly outer = new Map<string | null, Node>();
  private readonly levels: Level[];

  constructor(
    private readonly workspace: Workspace,
    wish: GroupingWish,
  ) {
    this.levels = wish.groups.map((name) => levelOf(workspace, name, wish));
  }

  add(entry: Entry): void {
    this.addTo(this.groups, this.outer, 0, entry);
  }

  private addTo(list: EntryGroup[], nodes: Map<string | null, Node>, depth: number, entry: Entry): void {
    const level = this.levels[depth]!;
    for (const id of level.idsOf(entry)) {
      let node = nodes.get(id);
      if (!node) {
        node = { group: this.begin(level, depth, id, entry), inner: new Map() };
        nodes.set(id, node);
        list.push(node.group);
      }
      node.group.totals.add(this.workspace, entry);
      if (node.group.children) this.addTo(node.group.children, node.inner, depth + 1, entry);
    }
  }

  private begin(level: Level, depth: number, id: string | null, entry: Entry): EntryGroup {
    const innermost = depth === this.levels.length - 1;
    const { name, about = {} } = level.describe(id, entry);
    return { by: level.by, id, name, about, totals: new Totals(), children: innermost ? null : [] };
  }
}
