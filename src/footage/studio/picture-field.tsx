import { useState } from 'react'
import { PicturePicker } from './picture-picker.tsx'
import { PictureThumb } from './picture-thumb.tsx'
import { usePicture } from './use-picture.ts'

interface PictureFieldProps {
  label: string
  value: string | null
  onChange: (id: string | null) => void
}

/** One picture that something has: its cover, portrait or logo. */
export function PictureField({ label, value, onChange }: PictureFieldProps) {
  const [picking, setPicking] = useState(false)
  const picture = usePicture(value)
  return (
    <fieldset className="field">
      <legend className="legend">{label}</legend>
      {value && <PictureThumb id={value} className="thumb is-wide" />}
      {picture.data?.alt === '' && (
        <p className="field-problem">This picture has no description yet. Write one under Media.</p>
      )}
      <div className="form-actions">
        <button type="button" className="button" onClick={() => setPicking(true)}>
          {value ? 'Change' : 'Choose a picture'}
        </button>
        {value && (
          <button type="button" className="button is-plain" onClick={() => onChange(null)}>
            Remove
          </button>
        )}
      </div>
      {picking && (
        <PicturePicker
          title={label}
          onClose={() => setPicking(false)}
          onChoose={({ id }) => {
            setPicking(false)
            onChange(id)
          }}
        />
      )}
    </fieldset>
  )
}
