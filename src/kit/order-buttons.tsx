interface OrderButtonsProps {
  what: string
  index: number
  count: number
  onMove: (to: number) => void
  onRemove: () => void
}

/** Moves one of a list up or down, or out of it: by keyboard, finger and mouse alike. */
export function OrderButtons({ what, index, count, onMove, onRemove }: OrderButtonsProps) {
  return (
    <span className="order-buttons">
      <button
        type="button"
        className="button"
        disabled={index === 0}
        aria-label={`Move ${what} up`}
        onClick={() => onMove(index - 1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="button"
        disabled={index === count - 1}
        aria-label={`Move ${what} down`}
        onClick={() => onMove(index + 1)}
      >
        ↓
      </button>
      <button type="button" className="button" aria-label={`Remove ${what}`} onClick={onRemove}>
        ×
      </button>
    </span>
  )
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const item = list[from]
  return item === undefined ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, item)
}
