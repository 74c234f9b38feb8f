import type { AskedField, AskedList, SeenAccount } from '../../src/logins/causes';
import { marksOf } from '../../src/logins/sight';

const time: AskedList = { title: 'Time entries', limited: 'time' };
const people: AskedList = { title: 'Users', limited: 'team' };
const projects: AskedList = { title: 'Projects', limited: 'projects' };
const clients: AskedList = { title: 'Clients' };

const duration: AskedField = { id: 'duration', title: 'Duration', type: 'duration' };
const amount: AskedField = { id: 'amount', title: 'Amount', type: 'money', needs: 'earned' };
const profit: AskedField = { id: 'profit', title: 'Profit', type: 'money', needs: 'cost' };
const currency: AskedField = { id: 'currency', title: 'Currency', type: 'text', needs: 'earned' };
const invoice: AskedField = { id: 'invoice-id', title: 'Invoice ID', type: 'text', feature: 'INVOICING' };

/** A strict account on a plan with everything, seen by a regular member. */
const member: SeenAccount = {
  name: 'Acme',
  roles: [],
  features: ['LABOR_COST', 'INVOICING'],
  onlyAdminsSeeAllTimeEntries: true,
  onlyAdminsSeeBillableRates: true,
  adminOnlyPages: ['TEAM'],
};
const owner: SeenAccount = { ...member, roles: ['OWNER'] };
const open = { onlyAdminsSeeAllTimeEntries: false, onlyAdminsSeeBillableRates: false, adminOnlyPages: [] };

/** What is marked, and how: `~` is in front of what isn't certain. */
function told(list: AskedList, fields: AskedField[], ...accounts: SeenAccount[]): string[] {
  return marksOf(list, fields, accounts).map(
    ({ field, effect, sure }) => `${sure ? '' : '~'}${field ?? 'rows'} ${effect}`,
  );
}

function reasons(list: AskedList, fields: AskedField[], ...accounts: SeenAccount[]): string[] {
  return marksOf(list, fields, accounts).map(({ reason }) => reason);
}

describe('nothing is marked', () => {
  test.each(['OWNER', 'WORKSPACE_ADMIN'] as const)('for %s on a plan with everything', (role) => {
    const account: SeenAccount = { ...member, roles: [role] };
    for (const list of [time, people, projects, clients])
      expect(told(list, [duration, amount, profit, invoice], account)).toEqual([]);
  });

  test('of what needs a role while that isn’t known', () => {
    const account: SeenAccount = { ...member, roles: null };
    for (const list of [time, people, projects]) expect(told(list, [amount, profit], account)).toEqual([]);
  });

  test('of what every role sees', () => {
    expect(told(clients, [duration], member)).toEqual([]);
  });

  test('of the currency beside hidden amounts, which may be named', () => {
    expect(told(clients, [currency], member)).toEqual([]);
  });
});

describe('whose time is in the rows', () => {
  test.each([
    [[], "In Acme this login sees only the key owner's own time."],
    [
      ['TEAM_MANAGER' as const],
      "In Acme this login sees only the time of the key's owner and of the people they manage.",
    ],
    [
      ['PROJECT_MANAGER' as const],
      "In Acme this login sees only the time of the key's owner and on the projects they manage.",
    ],
  ])('is said for the roles %j', (roles, said) => {
    expect(reasons(time, [], { ...member, roles })).toEqual([said]);
  });

  test('is said with how many people of how many, where that is known', () => {
    const account: SeenAccount = { ...member, roles: ['TEAM_MANAGER'], people: { seen: 12, of: 80 } };
    expect(reasons(time, [], account)[0]).toMatch(/the people they manage \(12 of 80 people\)\.$/);
    expect(reasons(time, [], { ...account, people: { seen: 12, of: null } })[0]).toMatch(/\(12 people\)\.$/);
  });

  test('is everybody’s where everybody may see all, apart perhaps from public projects', () => {
    expect(told(time, [], { ...member, ...open })).toEqual([]);
    const account = { ...member, ...open, onlyAdminsSeePublicProjectsEntries: true };
    expect(told(time, [], account)).toEqual(['~rows partial']);
  });

  test('is in doubt where only admins open reports', () => {
    const account: SeenAccount = { ...member, ...open, adminOnlyPages: ['REPORTS'] };
    expect(told(time, [], account)).toEqual(['~rows refused']);
  });
});

describe('amounts', () => {
  test('are empty for members where only admins see rates', () => {
    expect(told(clients, [amount, profit], member)).toEqual(['amount empty', 'profit empty']);
    expect(reasons(clients, [amount], member)).toEqual([
      'Amounts are hidden from this login in Acme: only owners and admins see billable rates there.',
    ]);
  });

  test('are seen by members elsewhere, and cost perhaps', () => {
    expect(told(clients, [amount, profit], { ...member, ...open })).toEqual(['~profit empty']);
  });

  test('of cost are empty for owners too where the plan has no labor cost', () => {
    const account: SeenAccount = { ...owner, features: [] };
    expect(told(clients, [amount, profit], account)).toEqual(['profit empty']);
    expect(marksOf(clients, [profit], [account])[0]).toMatchObject({
      reason: 'Cost needs a plan with labor cost (Pro or higher): Acme has none.',
      remedy: null,
    });
  });

  test('of cost are marked once, for the plan, where both plan and role hide it', () => {
    expect(told(clients, [profit], { ...member, features: [] })).toEqual(['profit empty']);
  });
});

describe('lists', () => {
  test('of people are refused to members where the team’s page is for admins, else perhaps', () => {
    expect(told(people, [], member)).toEqual(['rows refused']);
    expect(told(people, [], { ...member, ...open })).toEqual(['~rows refused']);
  });

  test('of people are given to managers', () => {
    expect(told(people, [], { ...member, ...open, roles: ['TEAM_MANAGER'] })).toEqual([]);
  });

  test('of projects lack the private ones of others', () => {
    expect(told(projects, [], member)).toEqual(['rows partial']);
  });

  test('that the plan doesn’t have are refused, whatever the role', () => {
    const expenses: AskedList = { title: 'Expenses', feature: 'EXPENSES' };
    expect(reasons(expenses, [], owner)).toEqual([
      'Expenses: it needs a plan with expenses (Pro or higher), and Acme has none.',
    ]);
    expect(told(expenses, [], { ...owner, features: ['EXPENSES'] })).toEqual([]);
  });

  test('keep what an earlier plan left in fields that this one hasn’t', () => {
    expect(told(time, [invoice], { ...owner, features: [] })).toEqual(['~invoice-id empty']);
  });
});

describe('the Admin role', () => {
  test('is recommended where it helps', () => {
    const [mark] = marksOf(clients, [amount], [member]);
    expect(mark.remedy).toBe(
      'If you need that, use the key of an owner or admin of Acme, or ask there for the Admin role.',
    );
  });

  test('is not mentioned where nothing is hidden from a member', () => {
    expect(marksOf(time, [duration, amount], [{ ...member, ...open }])).toEqual([]);
  });
});

describe('several accounts', () => {
  test('are told in one sentence, those that see all left out of it', () => {
    const harbour = { ...member, name: 'Harbour' };
    const [mark, ...others] = marksOf(clients, [amount], [owner, harbour, { ...member, name: 'Acme 2' }]);
    expect(others).toEqual([]);
    expect(mark.accounts).toEqual(['Harbour', 'Acme 2']);
    expect(mark.reason).toContain('in Harbour and Acme 2: only owners');
  });

  test('of which one is certain and one isn’t have a mark each', () => {
    expect(told(clients, [profit], member, { ...member, ...open, name: 'Harbour' })).toEqual([
      'profit empty',
      '~profit empty',
    ]);
  });
});
