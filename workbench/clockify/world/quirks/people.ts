import type { Member, Person, Project, Tag, Task, Workspace } from '../../model';
import { WorkspaceBuilder } from '../builder';

/** The people and things of Quirks, each there for what is odd about it. */
export interface Quirks {
  workspace: Workspace;
  owner: Member;
  /** In New York, Kathmandu, and at the two ends of the day. */
  york: Member;
  kathmandu: Member;
  kiritimati: Member;
  /** Settings null. */
  bare: Member;
  /** Rates null, here and in the membership. */
  rateless: Member;
  /** Account deleted, membership inactive. */
  deleted: Member;
  supportA: Project;
  supportB: Project;
  archived: Project;
  hundred: Project;
  thirds: Project;
  yen: Project;
  dollars: Project;
  nameless: Project;
  done: Task;
  tags: Record<'plain' | 'comma' | 'quotes' | 'formula' | 'archived', Tag>;
}

export function quirksCast(number: number, owner: Person): Quirks {
  const build = new WorkspaceBuilder({
    number,
    name: 'Quirks',
    currencies: ['EUR', 'USD', 'JPY'],
    hourlyRate: 10000,
    style: { tags: 'tagIds', emptyTotals: 'none', summaryNone: 'absent' },
  });
  const cast = {
    workspace: build.workspace,
    owner: build.join(owner, { role: 'OWNER', hourlyRate: 10000, costRate: 5000 }),
    york: build.person('Yorick "Yo" Newfield', { zone: 'America/New_York', role: 'PROJECT_MANAGER' }),
    kathmandu: build.person("Kamala O'Thapa", { zone: 'Asia/Kathmandu', hourlyRate: 4500, costRate: 0 }),
    kiritimati: build.person('Line, Day', { zone: 'Pacific/Kiritimati', weekStart: 'SATURDAY' }),
    bare: build.person('=Bare()', { hasSettings: false }),
    rateless: build.person('Rune Rateless', { membership: 'PENDING', status: 'PENDING_EMAIL_VERIFICATION' }),
    deleted: build.person('Former Colleague', {
      membership: 'INACTIVE',
      status: 'DELETED',
      hourlyRate: 7000,
    }),
    kiosk: build.person('Kiosk Karla', { status: 'LIMITED' }),
    ...things(build, owner),
  };
  build.group('Night owls', [cast.york.person, cast.kathmandu.person], [cast.york.person]);
  build.group('Empty, "really"', []);
  return cast;
}

function things(build: WorkspaceBuilder, owner: Person) {
  const alpha = build.client('Alpha & Söhne', {
    ccEmails: [],
    address: 'Line 1\nLine 2',
    note: '=HYPERLINK("x")',
  });
  const beta = build.client('Beta', { currency: 'USD', email: 'pay@beta.example' });
  const gone = build.client('Gone Ltd', { archived: true });
  const yen = build.client('円 Trading', { currency: 'JPY' });
  const supportA = build.project('Support', { client: alpha, hourlyRate: 10000 });
  const done = build.task(supportA, 'Finished task', {
    status: 'DONE',
    assignees: [owner],
    estimate: 5400,
    budget: 20000,
    hourlyRate: 11000,
    costRate: 4200,
  });
  build.task(supportA, '007', { billable: false });
  return {
    done,
    supportA,
    supportB: build.project('Support', { client: beta, hourlyRate: 12000, note: '+note' }),
    archived: build.project('Closed books', { client: gone, archived: true, billable: false }),
    hundred: build.project('A hundred an hour', { client: alpha, hourlyRate: 10000, ...timed(4, 'MONTHLY') }),
    thirds: build.project('Thirds', { client: alpha, hourlyRate: 20000, ...budget(500_000, null) }),
    yen: build.project('Kaizen', { client: yen, hourlyRate: 1_500_000, ...budget(90_000_000, 'MONTHLY') }),
    dollars: build.project('1/2', { client: beta, public: false, members: [owner], ...timed(100, null) }),
    nameless: build.project(' ', { color: '#000000', ...automatic() }),
    tags: tagsOf(build),
  };
}

function tagsOf(build: WorkspaceBuilder): Quirks['tags'] {
  return {
    plain: build.tag('plain'),
    comma: build.tag('a, b'),
    quotes: build.tag('say "hi"'),
    formula: build.tag('=tag'),
    archived: build.tag('old', true),
  };
}

function timed(hours: number, reset: 'MONTHLY' | null) {
  return { timeEstimate: { amount: hours * 3600, type: 'MANUAL' as const, reset } };
}

function budget(amount: number, reset: 'MONTHLY' | null) {
  return { budgetEstimate: { amount, type: 'MANUAL' as const, reset } };
}

/** An estimate that is the sum of the tasks'. */
function automatic() {
  return { timeEstimate: { amount: 7200, type: 'AUTO' as const, reset: null } };
}
