/** The mark: a thread that comes, ties itself once, and goes on. */
export function Mark() {
  return (
    <svg className="mark knot" viewBox="0 0 24 28" aria-hidden="true" focusable="false">
      <use href="#knot-loop" />
    </svg>
  );
}
