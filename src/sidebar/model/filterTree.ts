import type { FilterNode } from '../../query/filter';

/** Where a node stands: its index, and inside a group its index there. */
export type Path = readonly number[];

/** The nodes with one put in another's place. */
export function replaceAt(nodes: FilterNode[], path: Path, node: FilterNode): FilterNode[] {
  return nodes.map((old, index) => {
    if (index !== path[0]) return old;
    return path.length === 1 ? node : withMembers(old, replaceAt(membersOf(old) ?? [], path.slice(1), node));
  });
}

/** The nodes without one; a group that nothing is left of goes with it. */
export function removeAt(nodes: FilterNode[], path: Path): FilterNode[] {
  return nodes.flatMap((old, index) => {
    if (index !== path[0]) return [old];
    const members = membersOf(old);
    if (path.length === 1 || members === null) return [];
    const rest = removeAt(members, path.slice(1));
    return rest.length === 0 ? [] : [withMembers(old, rest)];
  });
}

export function nodeAt(nodes: FilterNode[], path: Path): FilterNode | undefined {
  const node = nodes[path[0]];
  return path.length === 1 || node === undefined ? node : nodeAt(membersOf(node) ?? [], path.slice(1));
}

/** The members of a group; null for a condition. */
export function membersOf(node: FilterNode): FilterNode[] | null {
  return 'and' in node ? node.and : 'or' in node ? node.or : null;
}

export function withMembers(group: FilterNode, members: FilterNode[]): FilterNode {
  return 'and' in group ? { and: members } : { or: members };
}

/** Whether a group holds conditions only: deeper ones are said in words, and not taken apart. */
export function isFlat(node: FilterNode): boolean {
  return (membersOf(node) ?? []).every((member) => membersOf(member) === null);
}
