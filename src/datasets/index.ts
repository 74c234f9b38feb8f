import { clients } from './clients';
import type { Dataset } from './dataset';
import { projects } from './projects';
import { tags } from './tags';
import { timeEntries } from './timeEntries';
import { timeSums } from './timeSums';
import { userGroups } from './userGroups';
import { users } from './users';

const datasets = [timeEntries, timeSums, projects, clients, users, userGroups, tags] as Dataset<unknown>[];

/** The dataset with an id; one that no report reads is a mistake in the code. */
export function datasetOf(id: string): Dataset<unknown> {
  const dataset = datasets.find((candidate) => candidate.id === id);
  if (!dataset) throw new Error(`no dataset ${id}`);
  return dataset;
}
