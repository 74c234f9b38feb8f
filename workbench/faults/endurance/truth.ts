import type { Query } from '../../../src/query/query';
import type { Ground } from '../ground';
import { TYPED, typedFor } from './queries';

/** What a table is compared by: its lines in any order. */
const linesOf = (values: readonly (readonly unknown[])[]): string[] =>
  values.map((line) => JSON.stringify(line)).sort();

/** How a table differs from the same question asked anew into a tab of its own. */
export async function differencesToAnew(ground: Ground, query: Query): Promise<string[]> {
  const { session } = ground;
  const { query: stored } = await ground.view(query);
  const { id: _, mode, ...asked } = stored as Query;
  const anew = await session.saveQuery({ ...asked, name: 'Anew', target: { kind: 'new-tab' } });
  await ground.refresh(anew);
  const [found, due] = [(await ground.table(query)).values, (await ground.table(anew)).values];
  await session.call('deleteQuery', { query: anew.id });
  ground.sheet.deleteTab('Anew');
  const faults: string[] = [];
  const lines = linesOf(found);
  const missing = linesOf(due).filter((line) => !lines.includes(line));
  if (missing.length > 0) faults.push(`${query.name}: lacks ${missing[0]} and ${missing.length - 1} more`);
  // What was deleted in Clockify stays where rows are only added and updated.
  if (mode === undefined && lines.length !== due.length)
    faults.push(`${query.name}: ${lines.length} lines instead of ${due.length}`);
  return [...faults, ...(await strayed(ground, query))];
}

/** Cells beside a table that stand at another row than theirs. */
async function strayed(ground: Ground, query: Query): Promise<string[]> {
  if (!TYPED.includes(query.name)) return [];
  const { values, tab, a1 } = await ground.table(query);
  const [first] = a1.match(/\d+/) ?? ['1'];
  const width = values[0].length;
  const lines = ground.sheet.values(tab).slice(Number(first), Number(first) - 1 + values.length);
  const wrong = lines.filter((line) => line[width] !== '' && line[width] !== typedFor(line[0]));
  const kept = lines.filter((line) => line[width] === typedFor(line[0])).length;
  return [
    ...(wrong.length > 0 ? [`${query.name}: ${wrong.length} typed cells stand at another row`] : []),
    ...(kept > 0 ? [] : [`${query.name}: all typed cells are gone`]),
  ];
}
