import * as v from 'valibot';
import { type Asking, askPatiently } from '../clockify/askPatiently';
import { type Access, type ApiOutcome, type ApiRequest, failed } from '../clockify/client';

/** How many active people somebody sees the time of, and of how many in the workspace; null where that can't be told. */
export interface People {
  seen: number;
  of: number | null;
}

const membersSchema = v.array(
  v.object({ userId: v.string(), targetId: v.string(), membershipStatus: v.string() }),
);

/**
 * How many active members a workspace lists in its own record. Whoever isn't told of others is told of themselves alone, so a
 * list of one says nothing. Null then, and where there is none.
 */
export function membersIn(workspace: string, memberships: unknown): number | null {
  const result = v.safeParse(membersSchema, memberships);
  if (!result.success) return null;
  const active = result.output.filter(
    ({ targetId, membershipStatus }) => targetId === workspace && membershipStatus === 'ACTIVE',
  );
  const people = new Set(active.map(({ userId }) => userId)).size;
  return people > 1 ? people : null;
}

/** Counting takes two requests a workspace: of more of them it is said in words alone whose time is seen. */
const MOST_COUNTED = 5;

const usersSchema = v.array(
  v.object({
    id: v.string(),
    roles: v.nullish(
      v.array(v.object({ role: v.string(), entities: v.nullish(v.array(v.object({ id: v.string() }))) })),
    ),
  }),
);

const groupsSchema = v.array(v.object({ id: v.string(), userIds: v.nullish(v.array(v.string())) }));

/**
 * How many people a team manager sees in some workspaces, themselves among them. What somebody manages is people or groups of
 * them. A list of people that has no others may be of these alone: then it isn't known of how many they are. By workspace; those
 * of which Clockify doesn't say it are left out.
 */
export function peopleOfManager(
  asking: Asking,
  access: Access,
  manager: string,
  workspaces: string[],
): Map<string, People> {
  const counted = workspaces.slice(0, MOST_COUNTED);
  if (counted.length === 0) return new Map();
  const requests = counted.flatMap((id) => [usersOf(id), groupsOf(id)]);
  const answers = askPatiently(asking, access, requests);
  const found = counted.flatMap((id, index): [string, People][] => {
    const [users, groups] = answers.slice(index * 2, index * 2 + 2);
    const people = managed(manager, bodyOf(users), bodyOf(groups));
    return people === null ? [] : [[id, people]];
  });
  return new Map(found);
}

function managed(manager: string, usersBody: unknown, groupsBody: unknown): People | null {
  const users = v.safeParse(usersSchema, usersBody);
  const groups = v.safeParse(groupsSchema, groupsBody);
  if (!users.success || !groups.success) return null;
  const active = new Set(users.output.map(({ id }) => id));
  const roles = users.output.find(({ id }) => id === manager)?.roles ?? [];
  const entities = roles.flatMap(({ role, entities: some }) => (role === 'TEAM_MANAGER' ? (some ?? []) : []));
  if (entities.length === 0) return null;
  const members = new Map(groups.output.map(({ id, userIds }) => [id, userIds ?? []]));
  const team = new Set([manager, ...entities.flatMap(({ id }) => members.get(id) ?? [id])]);
  const seen = [...team].filter((id) => active.has(id)).length;
  return { seen, of: active.size > seen ? active.size : null };
}

function usersOf(workspace: string): ApiRequest {
  const query = { status: 'ACTIVE', memberships: 'NONE', 'include-roles': true, page: 1, 'page-size': 5000 };
  return { host: 'core', path: `/workspaces/${workspace}/users`, query };
}

function groupsOf(workspace: string): ApiRequest {
  return {
    host: 'core',
    path: `/workspaces/${workspace}/user-groups`,
    query: { page: 1, 'page-size': 5000 },
  };
}

function bodyOf(answer: ApiOutcome): unknown {
  return failed(answer) ? null : answer.body;
}
