import { useState } from 'preact/hooks';
import { formatA1, parseA1 } from '../../../gas/a1';
import { actionsOf } from '../actions';
import { contentOf } from '../cellText';
import { usePage, useShown } from './usePage';

/** What is being typed, and where: a selection elsewhere leaves it behind. */
interface Typing {
  readonly at: string;
  readonly text: string;
}

/** The selected block's name, and what its first cell holds: both can be typed into. */
export function FormulaBar() {
  const page = usePage();
  const { rect, active } = useShown();
  const tab = page.activeTab;
  const content = tab ? contentOf(tab, rect.row, rect.column, page.grid.options()) : '';
  const at = `${active} ${formatA1(rect)}`;
  const [typing, setTyping] = useState<Typing | null>(null);
  const [naming, setNaming] = useState<Typing | null>(null);
  const text = typing?.at === at ? typing.text : null;
  const name = naming?.at === at ? naming.text : null;
  const go = () => {
    if (!tab || name === null) return;
    setNaming(null);
    try {
      page.grid.select(parseA1(name, tab.sheet.maxRows, tab.sheet.maxColumns), true);
    } catch {
      // Not the name of a block: the box shows again what is selected.
    }
  };
  const commit = () => {
    if (text !== null && text !== content) actionsOf(page).type(text);
    setTyping(null);
  };
  return (
    <div class="formula-bar">
      <input
        class="name-box"
        aria-label="Selected cells"
        value={name ?? formatA1(rect)}
        onInput={({ currentTarget }) => setNaming({ at, text: currentTarget.value })}
        onKeyDown={({ key }) => key === 'Enter' && go()}
        onBlur={() => setNaming(null)}
      />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <input
        class="content"
        aria-label="Content of the cell"
        value={text ?? content}
        onInput={({ currentTarget }) => setTyping({ at, text: currentTarget.value })}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
          if (key === 'Escape') setTyping(null);
        }}
        onBlur={commit}
      />
    </div>
  );
}
