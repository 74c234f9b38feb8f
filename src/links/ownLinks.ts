import * as v from 'valibot';
import { LINK_DAYS } from '../link/names';
import { linkId } from '../link/protocol';
import type { Store } from '../store/store';

/** The version of the stored form that this add-on writes. */
const LINK_VERSION = 1;

const storedSchema = v.object({
  version: v.literal(LINK_VERSION),
  id: linkId,
  /** What opens the answer; the link's fragment has it too. Null when nothing is left to be opened. */
  secret: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  asker: v.string(),
  purpose: v.string(),
  days: v.picklist(LINK_DAYS),
  /** Milliseconds since 1970. */
  createdAt: v.number(),
  expiresAt: v.number(),
  /** Open as far as is known here; then what became of it. */
  state: v.picklist(['open', 'used', 'withdrawn', 'expired']),
  /** Whether the link project knows that too. */
  settled: v.boolean(),
});

/** A link by which this person asks somebody for access. */
export type OwnLink = Omit<v.InferOutput<typeof storedSchema>, 'version'>;

const PREFIX = 'link.';
/** How long is told what became of a link, after it expired. */
const SHOWN = 7 * 86_400_000;

/** The links of whoever runs the script, in a store that nobody else can read. */
export class OwnLinks {
  constructor(private readonly store: Store) {}

  /** All, the newest first. */
  all(): OwnLink[] {
    return Object.entries(this.store.all())
      .map(([name, value]) => (name.startsWith(PREFIX) ? read(value) : null))
      .filter((link) => link !== null)
      .sort((a, b) => b.createdAt - a.createdAt);
  }

  find(id: string): OwnLink | null {
    return read(this.store.get(PREFIX + id));
  }

  /** Raises `store-full`. */
  save(link: OwnLink): void {
    this.store.set(PREFIX + link.id, JSON.stringify({ version: LINK_VERSION, ...link }));
  }

  /** Forgets those of which nothing has to be told any more. */
  sweep(now: number): void {
    for (const { id, expiresAt } of this.all()) if (expiresAt + SHOWN <= now) this.store.delete(PREFIX + id);
  }
}

/** One of a form that isn't known is as good as none. */
function read(value: string | null): OwnLink | null {
  if (value === null) return null;
  try {
    const { version: _, ...link } = v.parse(storedSchema, JSON.parse(value));
    return link;
  } catch {
    return null;
  }
}
