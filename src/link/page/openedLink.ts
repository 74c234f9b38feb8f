/** A link as it was opened: its id, and what no server is told. */
export interface OpenedLink {
  id: string;
  secret: string;
}

const LINK = /^([0-9a-f]{32})\.([0-9a-f]{64})$/;

/** The link that a fragment is; null for any other, such as one that was cut off on its way. */
export function openedLink(fragment: string): OpenedLink | null {
  const found = LINK.exec(fragment.trim().toLowerCase());
  return found && { id: found[1], secret: found[2] };
}
