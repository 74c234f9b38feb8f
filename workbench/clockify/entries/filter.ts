import type { Entry, Workspace } from '../model';

/** An entity filter of a report body. */
export interface EntityFilter {
  ids?: string[];
  contains?: 'CONTAINS' | 'DOES_NOT_CONTAIN' | 'CONTAINS_ONLY';
  /** Of tags only: the same word as `contains`, by another name. */
  containedInTimeentry?: EntityFilter['contains'];
  status?: string;
}

export interface EntryFilter {
  users?: EntityFilter;
  userGroups?: EntityFilter;
  clients?: EntityFilter;
  projects?: EntityFilter;
  tasks?: EntityFilter;
  tags?: EntityFilter;
  currency?: EntityFilter;
  billable?: boolean;
  archived?: boolean;
  approvalState?: 'APPROVED' | 'UNAPPROVED' | 'ALL';
  invoicingState?: 'INVOICED' | 'UNINVOICED' | 'ALL';
  description?: string;
  withoutDescription?: boolean;
  withoutProject?: boolean;
  withoutTask?: boolean;
}

type Test = (entry: Entry) => boolean;

/** The tests that a filter asks for; none when everything passes. */
export function testsOf(workspace: Workspace, filter: EntryFilter): Test[] {
  const tests: Test[] = [];
  entity(tests, filter.users, (entry) => [entry.person.id]);
  entity(tests, filter.userGroups, (entry) =>
    workspace.groups.filter((group) => group.people.includes(entry.person)).map((group) => group.id),
  );
  entity(tests, filter.clients, (entry) => (entry.project?.client ? [entry.project.client.id] : []));
  entity(tests, filter.projects, (entry) => (entry.project ? [entry.project.id] : []));
  entity(tests, filter.tasks, (entry) => (entry.task ? [entry.task.id] : []));
  entity(tests, filter.tags, (entry) => (entry.tags ?? []).map((tag) => tag.id));
  entity(tests, filter.currency, (entry) => [
    (entry.project?.client?.currency ?? workspace.currencies[0]!).id,
  ]);
  status(tests, workspace, filter);
  const { billable, description } = filter;
  if (billable !== undefined) tests.push((entry) => entry.billable === billable);
  if (filter.archived !== undefined) {
    tests.push((entry) => (entry.project?.archived ?? false) === filter.archived);
  }
  const approved = filter.approvalState ?? 'ALL';
  if (approved !== 'ALL')
    tests.push((entry) => Boolean(entry.more?.approvalId) === (approved === 'APPROVED'));
  const invoiced = filter.invoicingState ?? 'ALL';
  if (invoiced !== 'ALL') tests.push((entry) => isInvoiced(entry) === (invoiced === 'INVOICED'));
  if (description) {
    const wanted = description.toLowerCase();
    tests.push((entry) => (entry.description ?? '').toLowerCase().includes(wanted));
  }
  if (filter.withoutDescription) tests.push((entry) => !entry.description);
  if (filter.withoutProject) tests.push((entry) => entry.project === null);
  if (filter.withoutTask) tests.push((entry) => entry.task === null);
  return tests;
}

function entity(tests: Test[], filter: EntityFilter | undefined, idsOf: (entry: Entry) => string[]): void {
  if (!filter?.ids) return;
  const wanted = new Set(filter.ids);
  const contains = filter.contains ?? filter.containedInTimeentry;
  const any: Test = (entry) => idsOf(entry).some((id) => wanted.has(id));
  if (contains === 'DOES_NOT_CONTAIN') tests.push((entry) => !any(entry));
  else if (contains === 'CONTAINS_ONLY') {
    tests.push((entry) => any(entry) && idsOf(entry).every((id) => wanted.has(id)));
  } else tests.push(any);
}

/** The `status` halves of the filters: people by membership, clients and projects by archived, tasks by done. */
function status(tests: Test[], workspace: Workspace, filter: EntryFilter): void {
  const people = filter.users?.status ?? 'ALL';
  if (people !== 'ALL') {
    const wanted = people === 'ACTIVE_WITH_PENDING' ? ['ACTIVE', 'PENDING'] : [people];
    const members = new Set(
      workspace.members.filter((each) => wanted.includes(each.status)).map((each) => each.person),
    );
    tests.push((entry) => members.has(entry.person));
  }
  const clients = filter.clients?.status ?? 'ALL';
  if (clients !== 'ALL') {
    tests.push((entry) => (entry.project?.client?.archived ?? false) === (clients === 'ARCHIVED'));
  }
  const projects = filter.projects?.status ?? 'ALL';
  if (projects !== 'ALL') {
    tests.push((entry) => (entry.project?.archived ?? false) === (projects === 'ARCHIVED'));
  }
  const tasks = filter.tasks?.status ?? 'ALL';
  if (tasks !== 'ALL') {
    tests.push((entry) => (entry.task?.status === 'DONE') === (tasks === 'ARCHIVED'));
  }
}

function isInvoiced(entry: Entry): boolean {
  const invoicing = entry.more?.invoicing;
  if (!invoicing || Array.isArray(invoicing)) return false;
  return 'invoiceId' in invoicing || invoicing.manuallyInvoiced;
}
