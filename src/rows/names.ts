/** Names by id, as a lookup's dataset gives them; an id may have several. */
export type Names = Map<string, string[]>;
