/** Numbers of things, in words. */

export const count = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
export const several = (value: number, one: string, more: string) =>
  `${count(value)} ${value === 1 ? one : more}`;
export const queries = (value: number) => several(value, 'query', 'queries');
export const rows = (value: number) => several(value, 'row', 'rows');
export const requests = (value: number) => several(value, 'request', 'requests');
export const sized = (value: number, atLeast: boolean) => `${atLeast ? 'at least ' : ''}${requests(value)}`;
