/** A piece of a text, in UTF-16 offsets. */
interface Piece {
  start: number
  end: number
}

/** A text with pieces, which stand in order and do not overlap, replaced. */
export function replacePieces<Some extends Piece>(
  text: string,
  pieces: readonly Some[],
  replacement: (piece: Some, index: number) => string,
): string {
  let replaced = ''
  let at = 0
  pieces.forEach((piece, index) => {
    replaced += text.slice(at, piece.start) + replacement(piece, index)
    at = piece.end
  })
  return replaced + text.slice(at)
}
