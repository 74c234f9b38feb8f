/** The product's logo: a clock whose face is a table. */
export function Logo() {
  return (
    <svg class="logo" width="56" height="56" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
      <rect x="4" y="8" width="40" height="40" rx="8" class="logo-sheet" />
      <path d="M4 20h40M4 34h40M18 8v40" class="logo-lines" />
      <circle cx="40" cy="38" r="13" class="logo-clock" />
      <path d="M40 31v7.5l5 3" class="logo-hands" />
    </svg>
  );
}
