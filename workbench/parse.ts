import { parseArgs } from 'node:util';

/** A command line that can't be followed; says why. */
export class BadArguments extends Error {}

/** The options that a command takes: one with a value, one that may come several times, or one that is only there or not. */
export type OptionKinds = Readonly<Record<string, 'value' | 'values' | 'flag'>>;

type Parsed<Kinds extends OptionKinds> = {
  readonly [Name in keyof Kinds]?: Kinds[Name] extends 'flag'
    ? boolean
    : Kinds[Name] extends 'values'
      ? string[]
      : string;
};

/** The options of a command line by name. Throws `BadArguments` for what the command doesn't take. */
export function parseOptions<const Kinds extends OptionKinds>(
  args: readonly string[],
  kinds: Kinds,
): Parsed<Kinds> {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? 'boolean' : 'string' } as const,
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const found: Record<string, string | string[] | boolean> = {};
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new BadArguments(`Unexpected argument '${token.value}': options begin with --`);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) throw new BadArguments(`Unknown option '${rawName}'`);
    if (kind === 'flag') {
      if (value !== undefined) throw new BadArguments(`${rawName} takes no value`);
      found[name] = true;
      continue;
    }
    if (value === undefined || value === '' || (!inlineValue && value.startsWith('--')))
      throw new BadArguments(`${rawName} needs a value`);
    if (kind === 'values') found[name] = [...((found[name] as string[] | undefined) ?? []), value];
    else found[name] = value;
  }
  return found as Parsed<Kinds>;
}

/** Where Clockify's hosts lead to: the real ones, the demo, or a server's address. Throws `BadArguments` for no address. */
export function clockifyOf(address: string | undefined, live: boolean | undefined): string | 'live' | 'demo' {
  if (address !== undefined && live) throw new BadArguments('--clockify and --live exclude each other');
  if (live) return 'live';
  if (address === undefined) return 'demo';
  if (!/^https?:\/\/[^/?#]+\/?$/.test(address) || !URL.canParse(address))
    throw new BadArguments('--clockify: an address like http://127.0.0.1:8080');
  return address;
}

/** The spreadsheet's locale. Throws `BadArguments` for one that the workbench doesn't have. */
export function localeOf(locale = 'en_US'): 'en_US' | 'de_DE' {
  if (locale !== 'en_US' && locale !== 'de_DE') throw new BadArguments('--locale: en_US or de_DE');
  return locale;
}
