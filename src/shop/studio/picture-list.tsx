import { useState } from 'react'
import { PicturePicker, PictureThumb } from '../../footage/studio/public.ts'
import { moved, OrderButtons } from '../../kit/order-buttons.tsx'

interface PictureListProps {
  value: readonly string[]
  onChange: (ids: string[]) => void
}

const MOST = 12

/** The pictures of a product in order: the first stands for it on cards and in lists. */
export function PictureList({ value, onChange }: PictureListProps) {
  const [picking, setPicking] = useState(false)
  return (
    <fieldset className="field">
      <legend className="legend">Pictures</legend>
      {value.length > 0 && (
        <ol className="product-pictures">
          {value.map((id, i) => (
            <li key={id}>
              <PictureThumb id={id} className="thumb is-product" />
              <OrderButtons
                what={`picture ${i + 1}`}
                index={i}
                count={value.length}
                onMove={(to) => onChange(moved(value, i, to))}
                onRemove={() => onChange(value.filter((other) => other !== id))}
              />
            </li>
          ))}
        </ol>
      )}
      <div className="form-actions">
        <button
          type="button"
          className="button"
          disabled={value.length >= MOST}
          onClick={() => setPicking(true)}
        >
          Add a picture
        </button>
      </div>
      {value.length > 1 && <p className="field-hint">The first is shown on cards and in lists.</p>}
      {picking && (
        <PicturePicker
          title="Add a picture"
          onClose={() => setPicking(false)}
          onChoose={({ id }) => {
            setPicking(false)
            if (!value.includes(id)) onChange([...value, id])
          }}
        />
      )}
    </fieldset>
  )
}
