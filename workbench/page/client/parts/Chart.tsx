import { useShown } from './usePage';

/** What covers the grid while a chart's tab is in front: a chart, and that there are no cells. */
export function Chart() {
  const { tabs, active } = useShown();
  if (!tabs.find(({ id }) => id === active)?.chart) return null;
  return (
    <figure class="chart">
      <svg viewBox="0 0 240 120" width="480" height="240" aria-hidden="true">
        {[52, 88, 64, 104, 76].map((height, index) => (
          <rect key={height} x={14 + index * 46} y={112 - height} width="28" height={height} fill="#81c995" />
        ))}
        <path d="M4 112h232" stroke="#dadce0" />
      </svg>
      <figcaption>
        A tab that shows a chart. It has no cells, and scripts that ask for some are refused.
      </figcaption>
    </figure>
  );
}
