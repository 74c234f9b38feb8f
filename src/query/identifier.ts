const IDENTIFIER = /^[A-Za-z0-9_-]{1,64}$/;

/** Whether a text can be the id of a query, a login, a workspace, a report or a field. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text) && text !== '__proto__';
}
