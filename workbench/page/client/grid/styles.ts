import type { IStyleData } from '@univerjs/core';
import type { Attribute } from '../../../gas/cellAttributes';
import type { Looks } from '../../protocol';

const horizontal: Record<string, number> = { left: 1, center: 2, right: 3 };
const vertical: Record<string, number> = { top: 1, middle: 2, bottom: 3 };
const wraps: Record<string, number> = { OVERFLOW: 1, CLIP: 2, WRAP: 3 };

/** The attributes that change how a cell is drawn. */
export const drawn: readonly Attribute[] = [
  'numberFormat',
  'fontWeight',
  'fontColor',
  'background',
  'horizontalAlignment',
  'verticalAlignment',
  'wrap',
];

/** Looks as the grid's engine has them. */
export function styleOf(looks: Looks): IStyleData {
  const style: IStyleData = {};
  if (looks.numberFormat !== undefined) style.n = { pattern: looks.numberFormat };
  if (looks.fontWeight === 'bold') style.bl = 1;
  if (looks.fontColor !== undefined) style.cl = { rgb: looks.fontColor };
  if (looks.background !== undefined) style.bg = { rgb: looks.background };
  if (looks.horizontalAlignment !== undefined) style.ht = horizontal[looks.horizontalAlignment];
  if (looks.verticalAlignment !== undefined) style.vt = vertical[looks.verticalAlignment];
  if (looks.wrap !== undefined) style.tb = wraps[looks.wrap];
  return style;
}

/** The looks that a style of the engine's stands for; what the store doesn't keep is left out. */
export function looksOf(style: IStyleData): Looks {
  const name = (names: Record<string, number>, value: unknown) =>
    Object.keys(names).find((each) => names[each] === value);
  return {
    numberFormat: style.n?.pattern,
    fontWeight: style.bl === 1 ? 'bold' : undefined,
    fontColor: style.cl?.rgb ?? undefined,
    background: style.bg?.rgb ?? undefined,
    horizontalAlignment: name(horizontal, style.ht),
    verticalAlignment: name(vertical, style.vt),
    wrap: name(wraps, style.tb),
  };
}

/** Styles by the looks they stand for, each once. */
export class Styles {
  readonly byId: Record<string, IStyleData> = {};
  private readonly ids = new Map<string, string | undefined>();

  /** The style's name; nothing for looks that change nothing. */
  idOf(looks: Looks): string | undefined {
    const key = JSON.stringify(drawn.map((name) => looks[name] ?? null));
    if (this.ids.has(key)) return this.ids.get(key);
    const style = styleOf(looks);
    const id = Object.keys(style).length === 0 ? undefined : `s${this.ids.size}`;
    if (id !== undefined) this.byId[id] = style;
    this.ids.set(key, id);
    return id;
  }
}
