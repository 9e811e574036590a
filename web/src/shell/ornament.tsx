export function Ornament() {
  return (
    <svg class="ornament" viewBox="0 0 40 40" aria-hidden="true">
      <path
        fill="currentColor"
        d="M20 3l3.1 6.5 7.1.9-5.2 4.9 1.3 7L20 18.9l-6.3 3.4 1.3-7-5.2-4.9 7.1-.9z"
      />
      <path
        class="lotus"
        fill="none"
        stroke-width="2.2"
        stroke-linecap="round"
        d="M6 27c4 7 10 9.5 14 9.5S30 34 34 27M12 26c2 4.5 5 7 8 8.5 3-1.5 6-4 8-8.5M20 25v9"
      />
    </svg>
  );
}
