import { words } from '../words';

/** How many names are shown before the rest is counted. */
const MOST_NAMES = 6;

/** The names of what a step concerns. */
export function Names({ names }: { names: string[] }) {
  return (
    <ul class="names">
      {names.slice(0, MOST_NAMES).map((name) => (
        <li key={name}>{name}</li>
      ))}
      {names.length > MOST_NAMES && (
        <li class="hint">{words.deleteQueries.more(names.length - MOST_NAMES)}</li>
      )}
    </ul>
  );
}
