/**
 * Lets the frame's clock go ahead of the machine's, as the workbench's does: to whoever sits before the sidebar, time passes
 * everywhere at once. Returns the function that sets by how many milliseconds.
 */
export function setClockAhead(initial: number): (ahead: number) => void {
  const Real = Date;
  let ahead = initial;
  const now = () => Real.now() + ahead;
  const Ahead = new Proxy(Real, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new Real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  globalThis.Date = Ahead;
  return (next) => {
    ahead = next;
  };
}
