import type { Workspace } from '../model';

const lists = ['clients', 'projects', 'tags', 'groups'] as const;

/** Fills the long lists of a workspace when somebody first looks at one: a world is built for every test. */
export function whenAsked(workspace: Workspace, fill: () => void): void {
  const define = (name: string, how: PropertyDescriptor) =>
    Object.defineProperty(workspace, name, { configurable: true, enumerable: true, ...how });
  const known = lists.map((name) => [name, workspace[name]] as const);
  const settle = () => {
    for (const [name, value] of known) define(name, { value, writable: true });
    fill();
  };
  for (const name of lists) {
    define(name, {
      get() {
        settle();
        return workspace[name];
      },
      set(value) {
        settle();
        Object.assign(workspace, { [name]: value });
      },
    });
  }
}
