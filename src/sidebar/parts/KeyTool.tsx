import { replaceable } from '../model/logins';
import { useApp } from '../state/context';
import { replaceKey } from '../state/mending';
import { words } from '../words';
import { IconButton } from './Button';

/** Replaces the key of a login that certain accounts are read with, over the screen as it is: nothing in it is lost. */
export function KeyTool({ accounts }: { accounts: { login: string }[] }) {
  const { app, state } = useApp();
  const logins = replaceable(accounts, state.overview.logins);
  if (logins.length === 0) return null;
  return (
    <IconButton icon="key" label={words.remedies.replaceKey} onClick={() => void replaceKey(app, logins)} />
  );
}
