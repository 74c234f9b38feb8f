import type { Route } from './http/call';
import { getClients } from './routes/clients';
import { getDetailedReport } from './routes/detailed';
import { getProjects } from './routes/projects';
import { getSummaryReport } from './routes/summary';
import { getTags } from './routes/tags';
import { getTasks } from './routes/tasks';
import { getRunningEntries, getTimeEntries } from './routes/timeEntries';
import { getUser } from './routes/user';
import { getUserGroups } from './routes/userGroups';
import { getUsers } from './routes/users';
import { getWorkspace, getWorkspaces } from './routes/workspaces';

const all: Route[] = [
  getUser,
  getWorkspaces,
  getWorkspace,
  getUsers,
  getClients,
  getProjects,
  getTasks,
  getTags,
  getUserGroups,
  getTimeEntries,
  getRunningEntries,
  getDetailedReport,
  getSummaryReport,
];

/** The routes by the name that the contract gives their operation. */
export const routes = new Map(all.map((route) => [route.operation, route]));
