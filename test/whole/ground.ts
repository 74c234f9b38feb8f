import type { Problem } from '../../src/problems/problem';
import type { Query } from '../../src/query/query';
import { Ground as Bare } from '../../workbench/faults/ground';
import type { Session, SessionOptions } from '../../workbench/session';

export { NOW, problemIn, QUERY_TAB, queryOf, type Standing, type Wish } from '../../workbench/faults/ground';

/** The ground of a test of the whole. */
export class Ground extends Bare {
  /** The problem of a refresh that fails; holds that the old table stands as it was, and that the query tells both. */
  async refusal(query: Pick<Query, 'id'>): Promise<Problem> {
    const before = await this.standing(query);
    const problem = await this.failure(query);
    expect(await this.standing(query)).toEqual(before);
    const { state, repairing } = await this.view(query);
    expect({ code: state.problem?.code, repairing }).toEqual({ code: problem.code, repairing: false });
    return problem;
  }
}

/** Notes what the spreadsheet and all its stores hold; what comes back goes back to that. */
export function noted({ platform }: Session): () => void {
  const stores = ['user user-1', 'user user-2', 'document', 'script'];
  const grid = platform.spreadsheet.snapshot();
  const kept = stores.map((store) => [store, platform.properties(store).all()] as const);
  return () => {
    platform.spreadsheet.restore(grid);
    for (const [store, values] of kept) platform.properties(store).set(values, true);
  };
}

/** A ground for the tests of one file: one demo, and for each test an empty spreadsheet. */
export function newGround(options: Partial<SessionOptions> = {}): Ground {
  const ground = new Ground(options);
  beforeAll(() => ground.begin());
  beforeEach(() => ground.renew());
  afterEach(async () => expect(await ground.settle()).toEqual([]));
  afterAll(() => ground.end());
  return ground;
}

/** A ground that all tests of a file share with its spreadsheet, which `prepare` fills: for tests that change nothing. */
export function sharedGround(prepare: (ground: Ground) => Promise<unknown>): Ground {
  const ground = new Ground({});
  beforeAll(async () => {
    await ground.begin();
    await ground.renew();
    await prepare(ground);
  });
  afterAll(async () => {
    expect(await ground.settle()).toEqual([]);
    await ground.end();
  });
  return ground;
}

/** What a person reads of a problem. */
export function told({ code, title, remedy }: Problem): { code: string; title: string; remedy: string } {
  return { code, title, remedy };
}
