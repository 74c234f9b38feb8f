import * as v from 'valibot';
import type { Failure } from '../clockify/failure';
import { isIdentifier } from '../query/identifier';
import { plainText } from '../query/plainText';
import { membersIn, type People } from './people';
import { isAdmin, rightsOf } from './rights';
import { FEATURE_IDS, PAGES, ROLES, type Workspace } from './workspace';

const wireSchema = v.array(
  v.object({
    // It becomes a part of addresses.
    id: v.pipe(v.string(), v.check(isIdentifier)),
    name: v.nullish(v.string()),
    memberships: v.nullish(v.unknown()),
    features: v.nullish(v.array(v.string())),
    featureSubscriptionType: v.nullish(v.unknown()),
    currencies: v.nullish(v.array(v.object({ code: v.string(), isDefault: v.nullish(v.boolean()) }))),
    workspaceSettings: v.nullish(
      v.object({
        onlyAdminsSeeAllTimeEntries: v.nullish(v.boolean()),
        onlyAdminsSeeBillableRates: v.nullish(v.boolean()),
        onlyAdminsSeePublicProjectsEntries: v.nullish(v.boolean()),
        adminOnlyPages: v.nullish(v.array(v.string())),
      }),
    ),
  }),
);

/** A workspace as Clockify lists it. */
export type WireWorkspace = v.InferOutput<typeof wireSchema>[number];

/** The workspaces that an answer lists, or why it can't be read. */
export function listOf(body: unknown): WireWorkspace[] | Failure {
  const result = v.safeParse(wireSchema, body);
  if (result.success) return result.output;
  const message = `unexpected shape: ${v.getDotPath(result.issues[0]) ?? 'the list of workspaces'}`;
  return { kind: 'unreadable', status: 200, message };
}

function has(list: WireWorkspace[] | Failure, id: string): boolean {
  return !('kind' in list) && list.some((workspace) => workspace.id === id);
}

/** A workspace of the list, as it was read at a moment; `byRole` has the lists of those in which the key's owner has each role. */
export function workspaceOf(
  wire: WireWorkspace,
  byRole: (WireWorkspace[] | Failure)[],
  readAt: number,
): Workspace {
  const currencies = wire.currencies ?? [];
  const roles = ROLES.filter((_, index) => has(byRole[index], wire.id));
  // Of a role that couldn't be asked about it isn't known that they haven't it; an admin sees all in any case.
  const told = isAdmin(roles) || !byRole.some((list) => 'kind' in list);
  const workspace: Workspace = {
    id: wire.id,
    name: plainText(wire.name ?? '', 200) || wire.id,
    roles: told ? roles : null,
    features: FEATURE_IDS.filter((feature) => wire.features?.includes(feature)),
    plan: typeof wire.featureSubscriptionType === 'string' ? wire.featureSubscriptionType : '',
    currencies: currencies.map(({ code }) => code),
    defaultCurrency: currencies.find(({ isDefault }) => isDefault)?.code ?? null,
    onlyAdminsSeeAllTimeEntries: wire.workspaceSettings?.onlyAdminsSeeAllTimeEntries ?? false,
    onlyAdminsSeeBillableRates: wire.workspaceSettings?.onlyAdminsSeeBillableRates ?? false,
    onlyAdminsSeePublicProjectsEntries: wire.workspaceSettings?.onlyAdminsSeePublicProjectsEntries ?? false,
    adminOnlyPages: PAGES.filter((page) => wire.workspaceSettings?.adminOnlyPages?.includes(page)),
    readAt,
  };
  const people = peopleIn(workspace, wire);
  return people === null ? workspace : { ...workspace, people };
}

/** How many people somebody sees the time of, as far as the workspace's own record tells. */
function peopleIn(workspace: Workspace, { memberships }: WireWorkspace): People | null {
  const { roles } = workspace;
  if (roles === null) return null;
  if (rightsOf(workspace).time === 'own') return { seen: 1, of: null };
  const members = isAdmin(roles) ? membersIn(workspace.id, memberships) : null;
  return members === null ? null : { seen: members, of: members };
}
