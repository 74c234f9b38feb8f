import * as v from 'valibot';
import type { Pages } from '../../plan/pages';
import type { EntityKind } from '../../reports/report';
import type { TextCache } from '../../store/textCache';
import { KINDS, type ListedValue } from './kinds';

/** The version of the stored form that this add-on writes; a list of another one is read again. */
const VERSION = 1;

/** Whose list it is: of a kind, in a workspace, as a login sees it. */
export interface ListOf {
  login: string;
  workspace: string;
  kind: EntityKind;
}

/** A list as far as it was read, and when its reading began (milliseconds since 1970). */
export interface KeptList {
  at: number;
  pages: Pages;
  values: ListedValue[];
}

/** How many lists are forgotten by one call. */
const AT_ONCE = 60;

const schema = v.object({
  version: v.literal(VERSION),
  at: v.number(),
  pages: v.custom<Pages>((value) => typeof value === 'object' && value !== null),
  values: v.array(v.tuple([v.string(), v.string(), v.nullable(v.string()), v.boolean()])),
});

/**
 * Lists in the cache of this person alone, in whatever spreadsheet they were read: by login and workspace. There is no key
 * in them, and what the cache has lost is read again.
 */
export class KeptLists {
  constructor(private readonly cache: TextCache) {}

  get(list: ListOf): KeptList | null {
    try {
      const { at, pages, values } = v.parse(schema, JSON.parse(this.cache.get(nameOf(list)) ?? ''));
      return {
        at,
        pages,
        values: values.map(([id, name, apart, archived]) => ({ id, name, apart, archived })),
      };
    } catch {
      return null;
    }
  }

  put(list: ListOf, { at, pages, values }: KeptList): void {
    const rows = values.map(({ id, name, apart, archived }) => [id, name, apart, archived]);
    this.cache.put(nameOf(list), JSON.stringify({ version: VERSION, at, pages, values: rows }));
  }

  /** Forgets all lists of workspaces that a login sees, or saw. */
  forget(login: string, workspaces: string[]): void {
    const names = workspaces.flatMap((workspace) => KINDS.map((kind) => nameOf({ login, workspace, kind })));
    for (let index = 0; index < names.length; index += AT_ONCE) {
      this.cache.remove(names.slice(index, index + AT_ONCE));
    }
  }
}

function nameOf({ login, workspace, kind }: ListOf): string {
  return `list.${login}.${workspace}.${kind}`;
}
