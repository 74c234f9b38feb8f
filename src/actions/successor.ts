import type { Workspace } from '../logins/workspace';

/** The account by which a login reads what another read: the same one, else the only one of its name, whatever its case. */
export function successorOf(
  { workspace, name }: { workspace: string; name: string },
  accounts: Workspace[],
): Workspace | null {
  const same = accounts.find(({ id }) => id === workspace);
  if (same) return same;
  const wanted = folded(name);
  const found = accounts.filter((account) => folded(account.name) === wanted);
  return wanted !== '' && found.length === 1 ? found[0] : null;
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}
