import { BreakPanel } from './BreakPanel';
import { PeoplePanel } from './PeoplePanel';
import { useShown } from './usePage';

/** The panel that is open beside the grid, if one is. */
export function Panel() {
  const { drawer, breaks, state } = useShown();
  if (drawer === 'break' && breaks) return <BreakPanel breaks={breaks} />;
  if (drawer === 'people' && state.demoPeople) return <PeoplePanel people={state.demoPeople} />;
  return null;
}
