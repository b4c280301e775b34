/** A node's attributes as words; what is not one is empty. */
export const word = (value: unknown): string => (typeof value === 'string' ? value : '')

export const Remove = ({ what, onRemove }: { what: string; onRemove: () => void }) => (
  <button type="button" className="button" onClick={onRemove}>
    Remove the {what}
  </button>
)
