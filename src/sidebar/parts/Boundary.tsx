import { Component, type ComponentChildren } from 'preact';

interface BoundaryProps {
  children: ComponentChildren;
  /** Drawn instead of what can't be drawn. */
  instead: ComponentChildren;
}

/** Keeps what can't be drawn to itself: the rest of the sidebar goes on. A new key tries anew. */
export class Boundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render({ children, instead }: BoundaryProps, { broken }: { broken: boolean }) {
    return broken ? instead : children;
  }
}
