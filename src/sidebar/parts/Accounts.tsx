import { useMemo } from 'preact/hooks';
import type { QueryAccount } from '../../query/query';
import { accountKey, accountOptions, accountsOf } from '../model/accounts';
import { useApp } from '../state/context';
import { words } from '../words';
import { IconButton } from './Button';
import { Picker } from './Picker';

interface AccountsProps {
  chosen: QueryAccount[];
  onChange(accounts: QueryAccount[]): void;
  error?: string;
}

/** The accounts of a query: those chosen, and a list by name to choose more from. */
export function Accounts({ chosen, onChange, error }: AccountsProps) {
  const { state } = useApp();
  const { logins } = state.overview;
  const options = useMemo(() => accountOptions(logins), [logins]);
  const values = chosen.map(accountKey);
  return (
    <div class="accounts">
      <Picker
        testId="accounts"
        label={words.accounts.label}
        options={options}
        value={values}
        multiple
        closes={false}
        placeholder={chosen.length === 0 ? words.accounts.placeholder : words.accounts.add}
        error={error}
        onChange={(next) => onChange(accountsOf(next, logins, chosen))}
      />
      {chosen.length > 0 && (
        <ul class="tokens" aria-label={words.accounts.label}>
          {chosen.map((account) => (
            <Token
              key={accountKey(account)}
              name={account.name}
              hint={
                logins.length > 1
                  ? (logins.find(({ id }) => id === account.login)?.name ?? words.accounts.unknownLogin)
                  : undefined
              }
              onRemove={() => onChange(chosen.filter((other) => accountKey(other) !== accountKey(account)))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function Token({ name, hint, onRemove }: { name: string; hint?: string; onRemove(): void }) {
  return (
    <li class="token" title={hint ? `${name} · ${hint}` : name}>
      <span class="token-name">{name}</span>
      {hint && <span class="token-hint">{hint}</span>}
      <IconButton icon="close" label={words.common.remove(name)} onClick={onRemove} class="small" />
    </li>
  );
}
