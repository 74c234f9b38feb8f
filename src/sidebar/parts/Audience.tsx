import { useApp } from '../state/context';
import { words } from '../words';
import { Radios, TextField } from './Field';

/** Who may use a new login: its owner alone, or everybody who edits this spreadsheet. */
export interface Audience {
  shared: boolean;
  /** The name that the others see. */
  name: string;
}

interface AudienceFieldProps {
  value: Audience;
  onChange(value: Audience): void;
  error?: string;
}

/** A choice between private and shared, with what sharing means; private unless somebody chooses otherwise. */
export function AudienceField({ value, onChange, error }: AudienceFieldProps) {
  const { state } = useApp();
  const { displayName, sharingOff } = state.overview;
  if (sharingOff) {
    return (
      <p class="hint">
        {words.sharing.privateHint} {words.sharing.off} {sharingOff.title} {sharingOff.remedy}
      </p>
    );
  }
  return (
    <>
      <Radios
        label={words.sharing.who}
        value={value.shared ? 'shared' : 'private'}
        onChange={(chosen) => onChange({ ...value, shared: chosen === 'shared' })}
        choices={[
          { value: 'private', title: words.sharing.private, hint: words.sharing.privateHint },
          {
            value: 'shared',
            title: words.sharing.shared,
            hint: value.shared ? words.sharing.means : undefined,
          },
        ]}
      />
      {value.shared && displayName === null && (
        <TextField
          label={words.sharing.name}
          value={value.name}
          onInput={(name) => onChange({ ...value, name })}
          hint={words.sharing.nameHint}
          error={error}
          maxLength={100}
        />
      )}
      {value.shared && displayName !== null && <p class="hint">{words.sharing.as(displayName)}</p>}
    </>
  );
}
