/** The shape of what is about to come. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div class="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <div class="skeleton-line" key={index}>
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
