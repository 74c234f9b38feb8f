import { useEffect, useState } from 'preact/hooks';
import { formatA1, parseA1 } from '../../../gas/a1';
import { actionsOf } from '../actions';
import { contentOf } from '../cellText';
import { usePage, useShown } from './usePage';

/** The selected block's name, and what its first cell holds: both can be typed into. */
export function FormulaBar() {
  const page = usePage();
  const { rect, looked, active } = useShown();
  const tab = page.activeTab;
  const content = tab ? contentOf(tab, rect.row, rect.column, page.grid.options()) : '';
  const [text, setText] = useState<string | null>(null);
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    setText(null);
    setName(null);
  }, [rect, looked, active]);
  const go = () => {
    if (!tab || name === null) return;
    try {
      page.grid.select(parseA1(name, tab.sheet.maxRows, tab.sheet.maxColumns), true);
    } catch {
      setName(null);
    }
  };
  const commit = () => {
    if (text !== null && text !== content) actionsOf(page).type(text);
    setText(null);
  };
  return (
    <div class="formula-bar">
      <input
        class="name-box"
        aria-label="Selected cells"
        value={name ?? formatA1(rect)}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={({ key }) => key === 'Enter' && go()}
        onBlur={() => setName(null)}
      />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <input
        class="content"
        aria-label="Content of the cell"
        value={text ?? content}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
          if (key === 'Escape') setText(null);
        }}
        onBlur={commit}
      />
    </div>
  );
}
