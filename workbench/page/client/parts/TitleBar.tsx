import { useState } from 'preact/hooks';
import { actionsOf } from '../actions';
import { Icon } from './Icon';
import { MenuBar } from './MenuBar';
import { usePage, useShown } from './usePage';

/** The spreadsheet's name over the menus, and who has it open. */
export function TitleBar() {
  const page = usePage();
  const { state, connected } = useShown();
  const [name, setName] = useState<string | null>(null);
  const second = page.user === '2';
  return (
    <div class="title-bar">
      <img src="/client/icon.svg" alt="" width="36" height="36" />
      <div class="title">
        <div class="title-line">
          <input
            class="name"
            aria-label="Name of the spreadsheet"
            size={Math.max(6, (name ?? state.name).length)}
            value={name ?? state.name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
            onBlur={() => {
              if (name !== null && name !== state.name) void page.server.rename(name);
              setName(null);
            }}
            onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
          />
          <span class="where">{connected ? whereOf(state.locale) : 'The workbench has stopped'}</span>
        </div>
        <MenuBar />
      </div>
      {state.demoPeople && (
        <button type="button" class="second-user" onClick={() => void page.tryKey(state.demoPeople![0])}>
          <Icon name="key" /> Use demo key
        </button>
      )}
      <button type="button" class="second-user" onClick={actionsOf(page).secondUser}>
        <Icon name="person" /> Open as {second ? 'first' : 'second'} user
      </button>
      <span class={`avatar ${second ? 'second' : ''}`} title={second ? 'Second user' : 'First user'}>
        {second ? '2' : '1'}
      </span>
    </div>
  );
}

/** What this is, and how it differs from Google where somebody would expect otherwise. */
function whereOf(locale: string): string {
  if (locale !== 'de_DE') return 'Workbench: not Google';
  return 'Workbench: not Google. German file: values as in Germany, but here formulas take English names and commas: =SUM(A1,A2).';
}
