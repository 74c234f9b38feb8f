import type { ApiKey } from '../clockify/apiKey';
import type { WeekStart } from '../query/period';

/** Whose a login is: of the person who runs the script alone, or of everybody who uses the add-on in this spreadsheet. */
export type Owner = 'person' | 'spreadsheet';

/** A named Clockify API key with its region, and whose key it is. */
export interface Login {
  id: string;
  name: string;
  /** `global`, `eu`, `us`, `uk`, `au` or a sub-domain. */
  region: string;
  /** The key's owner at Clockify. */
  user: { id: string; name: string; email: string };
  /** The owner's zone and first day of the week, from the profile. */
  timeZone: string;
  weekStart: WeekStart;
  /** The workspace the owner works in; the one to suggest. */
  activeWorkspace: string | null;
  addedAt: number;
  /** Where whoever runs the script has it from: of their own it is `person`, also where they share it. */
  owner: Owner;
  /** Who shares it in this spreadsheet, by the name they gave, and since when; null where nobody does. */
  sharedBy: { name: string; at: number } | null;
  /** When Clockify refused its key, which isn't tried again until it is mended; null while it works. */
  refusedAt: number | null;
  key: ApiKey;
}
