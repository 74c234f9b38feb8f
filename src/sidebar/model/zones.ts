let zones: string[] | null = null;

/** All zones that this browser knows, read once. */
export function knownZones(): string[] {
  const all = (Intl as unknown as { supportedValuesOf?(key: string): string[] }).supportedValuesOf;
  zones ??= ['Etc/UTC', ...(all?.('timeZone') ?? [])];
  return zones;
}

/** The zones to choose from, that of `zone` among them whatever it is. */
export function zoneOptions(zone: string): { value: string; label: string }[] {
  const known = knownZones();
  const all = known.includes(zone) ? known : [zone, ...known];
  return all.map((value) => ({ value, label: value.replace(/_/g, ' ') }));
}
