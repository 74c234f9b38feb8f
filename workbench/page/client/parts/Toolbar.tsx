import type { ComponentChildren } from 'preact';
import { actionsOf, formats } from '../actions';
import { ColorMenu } from './ColorMenu';
import { Icon } from './Icon';
import { Menu } from './Menu';
import { askForNote } from './Note';
import { usePage, useShown } from './usePage';

/** What is wanted most, one click away. */
export function Toolbar() {
  const page = usePage();
  useShown();
  const act = actionsOf(page);
  const format = act.first('numberFormat');
  const formatName = formats.find(({ pattern }) => pattern === (format ?? null))?.label ?? format;
  const bold = act.first('fontWeight') === 'bold';
  return (
    <div class="toolbar" role="toolbar" aria-label="Formatting">
      <Tool name="Undo (Ctrl+Z)" act={act.undo}>
        <Icon name="undo" />
      </Tool>
      <Tool name="Redo (Ctrl+Y)" act={act.redo}>
        <Icon name="redo" />
      </Tool>
      <i />
      <Tool name="Format as percent" act={() => act.format('0.00%')}>
        <Icon name="percent" size={16} />
      </Tool>
      <Tool name="Format as number" act={() => act.format('#,##0.00')}>
        <Icon name="decimals" />
      </Tool>
      <Menu
        name={`Number format: ${formatName}`}
        className="tool wide"
        label={
          <>
            <span>{formatName}</span>
            <Icon name="down" size={16} />
          </>
        }
        items={formats.map(({ label, pattern, sample }) => ({
          label,
          hint: sample,
          act: () => act.format(pattern),
        }))}
      />
      <i />
      <Tool name="Bold (Ctrl+B)" act={act.bold} pressed={bold}>
        <Icon name="bold" />
      </Tool>
      <ColorMenu name="Text color" icon="text" color={act.first('fontColor')} act={act.fontColor} />
      <ColorMenu name="Fill color" icon="fill" color={act.first('background')} act={act.background} />
      <i />
      <Tool name="Insert note" act={() => askForNote(page)}>
        <Icon name="note" size={17} />
      </Tool>
      <Tool name="Download as CSV" act={() => act.download()}>
        <Icon name="download" />
      </Tool>
    </div>
  );
}

interface ToolProps {
  readonly name: string;
  readonly pressed?: boolean;
  act(): void;
  readonly children: ComponentChildren;
}

function Tool({ name, act, pressed, children }: ToolProps) {
  return (
    <button type="button" class="tool" title={name} aria-label={name} aria-pressed={pressed} onClick={act}>
      {children}
    </button>
  );
}
