/** The part of numfmt that the workbench uses; the package's own types aren't found under its exports. */
declare module 'numfmt' {
  export interface Parsed {
    readonly value: number | boolean;
    readonly formatId?: number;
  }
  export function parseValue(text: string, options?: { locale?: string }): Parsed | undefined;
  export function format(
    pattern: string,
    value: unknown,
    options?: { locale?: string; throws?: boolean; ignoreTimezone?: boolean },
  ): string;
  export function isValidFormat(pattern: string): boolean;
  export function isDateFormat(pattern: string): boolean;
  export function getFormatFromId(id: number): string;
}
