/** A text in quotes, a tab's name in quotes, a reference, or one character of anything else. */
const PARTS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![A-Za-z0-9_.(!])|[A-Za-z_][A-Za-z0-9_.]*|\d[\d.]*|[\s\S]/g;

/**
 * A formula as it is once it was copied so many rows down and columns across: references move along with it, except where a `$`
 * holds them. One that would leave the grid becomes `#REF!`. References to whole rows and columns aren't moved.
 */
export function movedFormula(formula: string, down: number, across: number): string {
  if (down === 0 && across === 0) return formula;
  return formula.replace(
    PARTS,
    (part, fixedColumn?: string, letters?: string, fixedRow?: string, row?: string) => {
      if (letters === undefined) return part;
      const column = fixedColumn ? numberOf(letters) : numberOf(letters) + across;
      const line = fixedRow ? Number(row) : Number(row) + down;
      if (column < 1 || line < 1) return '#REF!';
      return `${fixedColumn}${lettersOf(column)}${fixedRow}${line}`;
    },
  );
}

function numberOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(number: number): string {
  const last = (number - 1) % 26;
  const rest = (number - 1 - last) / 26;
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(65 + last);
}
