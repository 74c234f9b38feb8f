import { useRef } from 'preact/hooks';
import { IconButton } from '../parts/Button';
import { words } from '../words';

interface TokensProps {
  values: { key: string; name: string; hint?: string }[];
  onRemove(index: number): void;
}

/** Chosen values, each of which can be taken away. */
export function Tokens({ values, onRemove }: TokensProps) {
  const list = useRef<HTMLUListElement>(null);
  if (values.length === 0) return null;
  const remove = (index: number) => {
    const buttons = list.current?.querySelectorAll<HTMLElement>('button');
    const next = buttons?.[index === values.length - 1 ? index - 1 : index + 1];
    (next ?? list.current?.closest('.values')?.querySelector('input'))?.focus();
    onRemove(index);
  };
  return (
    <ul class="tokens" ref={list} aria-label={words.filters.values}>
      {values.map(({ key, name, hint }, index) => (
        <li class="token" key={key} title={hint ? `${name} · ${hint}` : name}>
          <span class="token-name">{name}</span>
          {hint && <span class="token-hint">{hint}</span>}
          <IconButton
            icon="close"
            label={words.common.remove(name)}
            onClick={() => remove(index)}
            class="small"
          />
        </li>
      ))}
    </ul>
  );
}
