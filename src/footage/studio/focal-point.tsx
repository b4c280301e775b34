import type { PointerEvent } from 'react'
import { Field } from '../../kit/field.tsx'
import type { PictureDto } from '../wire.ts'

interface FocalPointProps {
  picture: PictureDto
  x: number
  y: number
  onChange: (point: { focalX?: number; focalY?: number }) => void
}

const percent = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 100)

/** What every crop keeps in view: point at it, or move it by keyboard with the sliders. */
export function FocalPoint({ picture, x, y, onChange }: FocalPointProps) {
  const point = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === 'pointermove' && event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    onChange({
      focalX: percent((event.clientX - box.left) / box.width),
      focalY: percent((event.clientY - box.top) / box.height),
    })
  }
  return (
    <fieldset className="form">
      <legend className="legend">What must stay in view</legend>
      <div className="focal" onPointerDown={point} onPointerMove={point}>
        <img src={picture.preview} alt={picture.alt} draggable={false} />
        <span className="focal-mark" style={{ left: `${x}%`, top: `${y}%` }} />
      </div>
      <div className="form-row">
        <Field label="From the left, percent">
          <input
            type="range"
            min={0}
            max={100}
            value={x}
            onChange={(event) => onChange({ focalX: Number(event.target.value) })}
          />
        </Field>
        <Field label="From the top, percent">
          <input
            type="range"
            min={0}
            max={100}
            value={y}
            onChange={(event) => onChange({ focalY: Number(event.target.value) })}
          />
        </Field>
      </div>
    </fieldset>
  )
}
