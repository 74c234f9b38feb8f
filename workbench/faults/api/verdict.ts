import type { Progress } from '../../../src/job/progress';
import type { Query } from '../../../src/query/query';
import type { Ground, Standing } from '../ground';
import { repairing } from '../invariants';
import type { Kind } from './kinds';
import type { Subject } from './subjects';

/** What is wrong with how a refresh ended while Clockify misbehaved. */
export async function faultsOfEnd(
  ground: Ground,
  subject: Subject,
  query: Query,
  progress: Progress | null,
  before: Standing,
  { ends, codes, narrows }: Kind,
): Promise<string[]> {
  const { state } = await ground.view(query);
  const journal = repairing(ground.session) ? ['it is in the journal'] : [];
  if (progress?.state === 'done') {
    const unexpected = ends.includes('done') ? [] : ['it is called done'];
    const difference = await (narrows ? subject.seen(ground, query) : subject.difference(ground, query));
    return [...journal, ...unexpected, ...difference];
  }
  const code = progress?.problem?.code ?? state.problem?.code ?? 'none';
  const stands = JSON.stringify(await ground.standing(query)) === JSON.stringify(before);
  return [
    ...journal,
    ...(ends.includes('problem') ? [] : [`it ends with the problem ${code}`]),
    ...(codes && !codes.includes(code) ? [`its problem is ${code} instead of ${codes.join(' or ')}`] : []),
    ...(state.problem?.code === code ? [] : [`the query tells of ${state.problem?.code} instead of ${code}`]),
    ...(stands ? [] : ['the table that stood is another one']),
  ];
}
