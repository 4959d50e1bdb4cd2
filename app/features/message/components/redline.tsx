import type { Piece } from "../model";

/** A comparison that does not rely on colour: what was put in is underlined, what was taken out is struck, and both are said. */
export function Redline({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <p className="redline">
      {pieces.map(({ is, text }, index) =>
        is === "same" ? (
          <span key={index}>{text}</span>
        ) : is === "added" ? (
          <ins key={index}>
            <span className="visually-hidden">[ajouté{"\u00a0"}: </span>
            {text}
            <span className="visually-hidden">]</span>
          </ins>
        ) : (
          <del key={index}>
            <span className="visually-hidden">[retiré{"\u00a0"}: </span>
            {text}
            <span className="visually-hidden">]</span>
          </del>
        ),
      )}
    </p>
  );
}
