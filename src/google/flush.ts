/** Whether anything was written to the spreadsheet that may not be in it yet. */
let waiting = false;

/** Notes that something was, or is about to be, written. */
export function written(): void {
  waiting = true;
}

/** Lets the spreadsheet have all that was written. What it refuses is raised. */
export function flush(): void {
  SpreadsheetApp.flush();
  waiting = false;
}

/** The same, if there is anything. */
export function flushWritten(): void {
  if (waiting) flush();
}

/** A service whose functions of these names are noted to write. */
export function writing<T extends object>(service: T, names: (keyof T)[]): T {
  const wrapped = names.map((name) => {
    const member = service[name];
    const noted = (...args: unknown[]) => {
      written();
      return (member as (...given: unknown[]) => unknown)(...args);
    };
    return [name, noted];
  });
  return { ...service, ...Object.fromEntries(wrapped) } as T;
}
