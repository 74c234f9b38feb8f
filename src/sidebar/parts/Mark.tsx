/** The product's mark: a clock whose face is a table. */
export function Mark() {
  return (
    <svg class="mark" width="56" height="56" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
      <rect x="4" y="8" width="40" height="40" rx="8" class="mark-sheet" />
      <path d="M4 20h40M4 34h40M18 8v40" class="mark-lines" />
      <circle cx="40" cy="38" r="13" class="mark-clock" />
      <path d="M40 31v7.5l5 3" class="mark-hands" />
    </svg>
  );
}
