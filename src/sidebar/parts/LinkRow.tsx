import { Icon, type IconName } from './Icon';

interface LinkRowProps {
  icon: IconName;
  title: string;
  hint: string;
  danger?: boolean;
  onClick(): void;
}

/** A row of a list that leads somewhere. */
export function LinkRow({ icon, title, hint, danger, onClick }: LinkRowProps) {
  return (
    <li>
      <button type="button" class={danger ? 'link-row danger' : 'link-row'} onClick={onClick}>
        <Icon name={icon} />
        <span>
          <span class="link-title">{title}</span>
          <span class="hint">{hint}</span>
        </span>
      </button>
    </li>
  );
}
