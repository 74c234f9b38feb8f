import type { Condition, FilterNode } from '../query/filter';

/** Whether something holds; null where nothing is known of it. */
export type Verdict = boolean | null;

/**
 * What a tree of conditions asks, from what each of them asks. A node without members asks nothing. What isn't known
 * decides nothing as long as something else does.
 */
export function judge<S>(
  nodes: readonly FilterNode[],
  ask: (condition: Condition) => Asking<S>,
): (subject: S) => Verdict {
  return all(nodes.map((node) => judgeNode(node, ask)));
}

function judgeNode<S>(node: FilterNode, ask: (condition: Condition) => Asking<S>): Asking<S> {
  if ('and' in node) return all(node.and.map((member) => judgeNode(member, ask)));
  if ('or' in node) return any(node.or.map((member) => judgeNode(member, ask)));
  return ask(node);
}

type Asking<S> = (subject: S) => Verdict;

function all<S>(members: Asking<S>[]): Asking<S> {
  if (members.length === 1) return members[0];
  return (subject) => {
    let verdict: Verdict = true;
    for (const member of members) {
      const one = member(subject);
      if (one === false) return false;
      if (one === null) verdict = null;
    }
    return verdict;
  };
}

function any<S>(members: Asking<S>[]): Asking<S> {
  if (members.length < 2) return members[0] ?? (() => true);
  return (subject) => {
    let verdict: Verdict = false;
    for (const member of members) {
      const one = member(subject);
      if (one === true) return true;
      if (one === null) verdict = null;
    }
    return verdict;
  };
}
