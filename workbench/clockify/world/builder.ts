import { FixedEntries } from '../entries/fixed';
import { hexId } from '../ids';
import type {
  Client,
  Currency,
  Environment,
  Group,
  Member,
  Person,
  Project,
  Tag,
  Task,
  WireStyle,
  Workspace,
  WorkspaceSettings,
} from '../model';
import { paidFeatures } from './plans';

/** The spelling of today's rows; workspaces that show an older one say what differs. */
export const usualStyle: WireStyle = {
  rows: 'timeentries',
  id: '_id',
  tags: 'tags',
  interval: 'offset',
  emptyTotals: 'none',
  currencyTotals: 'list',
  amounts: 'amount',
  summaryNone: 'null',
  summaryValues: 'rounded',
};

const colors = ['#9C27B0', '#03A9F4', '#8BC34A', '#FF9800', '#E91E63', '#009688', '#795548', '#3F51B5'];

export interface WorkspaceOptions {
  number: number;
  name: string;
  environment?: Environment;
  /** Currency codes; the first is the workspace's default. */
  currencies?: string[];
  plan?: string;
  features?: string[];
  hourlyRate?: number;
  costRate?: number | null;
  settings?: Partial<WorkspaceSettings>;
  style?: Partial<WireStyle>;
}

export type PersonOptions = Partial<Person> &
  Partial<Omit<Member, 'person' | 'status'>> & { membership?: Member['status'] };

/** Builds one workspace; every object gets its id from its place, so the same calls give the same world. */
export class WorkspaceBuilder {
  readonly workspace: Workspace;
  private tasks = 0;

  constructor(options: WorkspaceOptions) {
    const { number } = options;
    this.workspace = {
      number,
      id: hexId('workspace', number, 0),
      name: options.name,
      environment: options.environment ?? 'global',
      plan: options.plan ?? 'PRO_2021',
      features: options.features ?? paidFeatures,
      currencies: (options.currencies ?? ['EUR']).map((code, index) => ({
        id: hexId('currency', number, index),
        code,
      })),
      hourlyRate: options.hourlyRate ?? 8000,
      costRate: options.costRate === undefined ? 3500 : options.costRate,
      settings: {
        onlyAdminsSeeAllTimeEntries: true,
        onlyAdminsSeeBillableRates: true,
        reportsListRunning: false,
        summaryListsRunning: false,
        ...options.settings,
      },
      members: [],
      clients: [],
      projects: [],
      tags: [],
      groups: [],
      entries: new FixedEntries(() => []),
      style: { ...usualStyle, ...options.style },
    };
  }

  /** A new person who is a member here. The mail address is made from the name, in a domain that can't exist. */
  person(name: string, details: PersonOptions = {}): Member {
    const { role, membership, hourlyRate, costRate, email, ...rest } = details;
    const person: Person = {
      id: hexId('person', this.workspace.number, this.workspace.members.length),
      name,
      email: email ?? `${mailName(name)}@${mailName(this.workspace.name)}.example`,
      zone: 'Europe/Berlin',
      weekStart: 'MONDAY',
      status: 'ACTIVE',
      hasSettings: true,
      ...rest,
    };
    return this.join(person, { role, status: membership, hourlyRate, costRate });
  }

  /** Makes somebody who exists already a member. */
  join(person: Person, details: Partial<Omit<Member, 'person'>> = {}): Member {
    const member: Member = {
      person,
      role: details.role ?? null,
      status: details.status ?? 'ACTIVE',
      hourlyRate: details.hourlyRate ?? null,
      costRate: details.costRate ?? null,
    };
    this.workspace.members.push(member);
    return member;
  }

  client(name: string, details: Partial<Omit<Client, 'currency'>> & { currency?: string } = {}): Client {
    const { currency, ...rest } = details;
    const client: Client = {
      id: hexId('client', this.workspace.number, this.workspace.clients.length),
      name,
      email: null,
      ccEmails: null,
      address: null,
      note: null,
      archived: false,
      currency: this.currency(currency),
      ...rest,
    };
    this.workspace.clients.push(client);
    return client;
  }

  project(name: string, details: Partial<Omit<Project, 'tasks'>> & { tasks?: string[] } = {}): Project {
    const { tasks, ...rest } = details;
    const number = this.workspace.projects.length;
    const project: Project = {
      id: hexId('project', this.workspace.number, number),
      name,
      client: null,
      color: colors[number % colors.length]!,
      billable: true,
      archived: false,
      public: true,
      template: false,
      note: '',
      hourlyRate: null,
      costRate: null,
      timeEstimate: null,
      budgetEstimate: null,
      members: [],
      ...rest,
      tasks: [],
    };
    this.workspace.projects.push(project);
    for (const task of tasks ?? []) this.task(project, task);
    return project;
  }

  task(project: Project, name: string, details: Partial<Task> = {}): Task {
    const task: Task = {
      id: hexId('task', this.workspace.number, this.tasks),
      name,
      projectId: project.id,
      status: 'ACTIVE',
      billable: project.billable,
      assignees: [],
      estimate: 0,
      budget: 0,
      hourlyRate: null,
      costRate: null,
      ...details,
    };
    this.tasks += 1;
    project.tasks.push(task);
    return task;
  }

  tag(name: string, archived = false): Tag {
    const tag = { id: hexId('tag', this.workspace.number, this.workspace.tags.length), name, archived };
    this.workspace.tags.push(tag);
    return tag;
  }

  group(name: string, people: Person[], managers: Person[] = []): Group {
    const id = hexId('group', this.workspace.number, this.workspace.groups.length);
    const group = { id, name, people, managers };
    this.workspace.groups.push(group);
    return group;
  }

  private currency(code?: string): Currency {
    return this.workspace.currencies.find((each) => each.code === code) ?? this.workspace.currencies[0]!;
  }
}

function mailName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
