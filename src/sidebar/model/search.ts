/** A text as it is compared: without case and without accents. */
export function normalised(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
}

/** Whether each word of `sought` is somewhere in `text`; both normalised. */
export function matches(text: string, sought: string): boolean {
  return sought === '' || sought.split(/\s+/).every((word) => text.includes(word));
}

/** Something to choose. */
export interface Option {
  value: string;
  label: string;
  /** Said below the label. */
  detail?: string;
  /** Said at its end. */
  hint?: string;
  /** Why it may be of no use as things are, in a few words: said in place of the hint. */
  mark?: string;
  /** Found by it too, besides what is said of it. */
  also?: string;
  /** Options of one group stand together. */
  group?: string;
}

/** Options that can be searched as fast as somebody types: their texts are normalised once. */
export class OptionIndex {
  private readonly texts: string[];
  private readonly grouped: boolean;

  constructor(private readonly options: Option[]) {
    this.texts = options.map(({ label, detail, group, also }) =>
      normalised([label, detail, group, also].join(' ')),
    );
    this.grouped = options.some(({ group }) => group !== undefined);
  }

  /** The options with each word of a text; those that begin with it first, unless that would tear groups apart. */
  search(text: string): Option[] {
    const sought = normalised(text);
    if (sought === '') return this.options;
    const found: Option[] = [];
    const first: Option[] = [];
    this.options.forEach((option, index) => {
      if (!matches(this.texts[index], sought)) return;
      (!this.grouped && this.texts[index].startsWith(sought) ? first : found).push(option);
    });
    return [...first, ...found];
  }
}
