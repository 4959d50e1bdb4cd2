/** The mark: a thread that comes, ties itself once, and goes on. */
export function Mark() {
  return (
    <svg className="mark knot" viewBox="-4 0 20 28" aria-hidden="true" focusable="false">
      <path d="M12 1c0 7 0 18-8.5 18-6 0-6-10 0-10C12 9 12 20 12 27" />
    </svg>
  );
}
