import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { call } from '../../kit/call.ts'
import { Field } from '../../kit/field.tsx'
import type { Brand, Contrast, Palette } from '../wire.ts'

const NAMES: readonly (readonly [keyof Palette, string])[] = [
  ['ink', 'Ink: text and black areas'],
  ['paper', 'Paper: the ground'],
  ['hair', 'Hair: thin rules'],
  ['mute', 'Mute: small print'],
  ['hot', 'Hot: fills, with ink on it'],
  ['hotInk', 'Hot ink: hot as text'],
]

interface BrandColoursProps {
  value: Brand
  set: (changes: Partial<Brand>) => void
}

export function BrandColours({ value, set }: BrandColoursProps) {
  return (
    <section className="panel">
      <h2>Colours</h2>
      <div className="form-row">
        <PaletteFields
          title="Light"
          palette={value.colours}
          onChange={(changes) => set({ colours: { ...value.colours, ...changes } })}
        />
        <PaletteFields
          title="Dark"
          palette={value.darkColours}
          onChange={(changes) => set({ darkColours: { ...value.darkColours, ...changes } })}
        />
      </div>
      <ContrastCheck colours={value.colours} darkColours={value.darkColours} />
    </section>
  )
}

type Palettes = Pick<Brand, 'colours' | 'darkColours'>

interface PaletteFieldsProps {
  title: string
  palette: Palette
  onChange: (changes: Partial<Palette>) => void
}

function PaletteFields({ title, palette, onChange }: PaletteFieldsProps) {
  return (
    <fieldset className="form">
      <legend className="legend">{title}</legend>
      {NAMES.map(([name, words]) => (
        <Field key={name} label={`${title}: ${words}`} className="colour-field">
          <input
            type="color"
            value={palette[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </Field>
      ))}
    </fieldset>
  )
}

/** Whether readers can read it, by the same rule as when it is saved. */
function useContrast({ colours, darkColours }: Palettes) {
  const settled = useDeferredValue(JSON.stringify({ colours, darkColours }))
  return useQuery({
    queryKey: ['contrast', settled],
    queryFn: () => call<{ contrast: Contrast[] }>('POST', '/api/v1/brand/contrast', JSON.parse(settled)),
    placeholderData: keepPreviousData,
  })
}

/** Stands where the brand is saved, since the colours may be out of view there. */
export function ContrastWarning(palettes: Palettes) {
  const hard = useContrast(palettes).data?.contrast.filter(({ passes }) => !passes) ?? []
  return (
    <p className="field-problem" role="status">
      {hard.length > 0 &&
        `Hard to read in these colours: ${hard.map(({ scheme, pair }) => `${pair} (${scheme})`).join(', ')}.`}
    </p>
  )
}

function ContrastCheck(palettes: Palettes) {
  const check = useContrast(palettes)
  return (
    <table className="contrast">
      <caption className="legend">Contrast</caption>
      <thead>
        <tr>
          <th scope="col">What stands on what</th>
          <th scope="col">Has</th>
          <th scope="col">Needs</th>
          <th scope="col">Enough?</th>
        </tr>
      </thead>
      <tbody>
        {check.data?.contrast.map(({ scheme, pair, ratio, needed, passes }) => (
          <tr key={`${scheme} ${pair}`}>
            <th scope="row">
              {scheme}: {pair}
            </th>
            <td>{ratio.toFixed(1)}</td>
            <td>{needed}</td>
            <td className={passes ? '' : 'hot-ink'}>{passes ? 'Yes' : 'No: hard to read'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
