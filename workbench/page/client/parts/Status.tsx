import type { BreakView } from '../../protocol';
import { Icon } from './Icon';
import { usePage, useShown } from './usePage';

/** The line under all: what is broken on purpose, and what the last execution took. */
export function Status() {
  const page = usePage();
  const { breaks, took, running, ahead, drawer, state } = useShown();
  const active = breaks?.filter(({ on }) => on) ?? [];
  return (
    <footer class="foot">
      <div class="status">
        {breaks && (
          <button
            type="button"
            class="break-it"
            data-drawer="break"
            aria-expanded={drawer === 'break'}
            onClick={() => page.toggleDrawer('break')}
          >
            <Icon name="bolt" size={16} /> Break it
          </button>
        )}
        {state.demoPeople && (
          <button
            type="button"
            class="break-it"
            data-drawer="people"
            aria-expanded={drawer === 'people'}
            onClick={() => page.toggleDrawer('people')}
          >
            <Icon name="person" size={16} /> Demo people
          </button>
        )}
        {active.map((each) => (
          <Chip key={each.id} view={each} clear={() => void page.turn(each.id, false)} />
        ))}
        {ahead > 300_000 && <span class="chip plain">{aheadText(ahead)} ahead</span>}
        <span class="log" data-testid="log">
          {running > 0 && <span class="running">running</span>}
          {took && (
            <span>
              {took.functionName}: {took.virtualSeconds.toFixed(1)} s by Google's prices ·{' '}
              {plural(took.requests, 'request')} · {plural(took.sheetCalls, 'sheet call')}
            </span>
          )}
        </span>
      </div>
    </footer>
  );
}

function Chip({ view, clear }: { view: BreakView; clear(): void }) {
  return (
    <span class="chip">
      {view.chip}
      <button type="button" aria-label={`Clear: ${view.chip}`} onClick={clear}>
        <Icon name="close" size={14} />
      </button>
    </span>
  );
}

function aheadText(ms: number): string {
  const hours = Math.round(ms / 3_600_000);
  if (ms < 3_500_000) return `${Math.round(ms / 60_000)} min`;
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  return [days > 0 && `${days} d`, rest > 0 && `${rest} h`].filter(Boolean).join(' ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
