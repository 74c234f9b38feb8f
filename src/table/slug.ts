/** A name in letters that a named range may have. */
export function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '_');
  return plain.replace(/^_+|_+$/g, '').slice(0, 60) || 'Table';
}
