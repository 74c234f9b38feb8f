let zones: string[] | null = null;

/** All zones that this browser knows, read once. */
export function knownZones(): string[] {
  const all = (Intl as unknown as { supportedValuesOf?(key: string): string[] }).supportedValuesOf;
  zones ??= ['Etc/UTC', ...(all?.('timeZone') ?? [])];
  return zones;
}
