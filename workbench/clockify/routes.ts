import type { Route } from './http/call';
import { getDetailedReport } from './routes/detailed';
import { getUser } from './routes/user';
import { getWorkspace, getWorkspaces } from './routes/workspaces';

const all: Route[] = [getUser, getWorkspaces, getWorkspace, getDetailedReport];

/** The routes by the name that the contract gives their operation. */
export const routes = new Map(all.map((route) => [route.operation, route]));
