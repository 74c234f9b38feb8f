import { words } from '../words';
import { SelectField, TextField } from './Field';

const CHOICES = Object.entries(words.connect.regions).map(([value, title]) => ({ value, title }));

const SUBDOMAIN = 'subdomain';

interface RegionProps {
  /** A region, `subdomain:` with a sub-domain, or nothing for finding it. */
  value: string;
  onChange(value: string): void;
}

/** The region of a key: found by trying, unless somebody knows it. */
export function Region({ value, onChange }: RegionProps) {
  const [kind, subdomain = ''] = value.split(':');
  return (
    <>
      <SelectField
        label={words.connect.region}
        value={kind}
        choices={CHOICES}
        onChange={onChange}
        hint={words.connect.regionHint}
      />
      {kind === SUBDOMAIN && (
        <TextField
          label={words.connect.subdomain}
          value={subdomain}
          onInput={(text) => onChange(`${SUBDOMAIN}:${text.trim()}`)}
          hint={words.connect.subdomainHint}
          maxLength={80}
        />
      )}
    </>
  );
}

/** The region as the script takes it; nothing when it is to be found. */
export function regionOf(value: string): { region?: string } {
  const [kind, subdomain = ''] = value.split(':');
  const region = kind === SUBDOMAIN ? subdomain : kind;
  return region ? { region } : {};
}
