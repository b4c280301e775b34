import { useState } from 'react'
import { plural } from '../../../kit/time.ts'
import { usePresence } from '../presence.ts'

/** The site itself, in a frame as wide as a phone: it changes there as it does on every open page. */
export function PhonePreview() {
  const [path, setPath] = useState('/')
  return (
    <aside className="beside" aria-labelledby="phone">
      <div>
        <h2 id="phone">On a phone, now</h2>
        <div className="phone">
          <iframe src={path} title="The site, as a phone shows it" />
        </div>
        <p className="mute">What you change here changes there, and on every open page.</p>
        <Places current={path} onLook={setPath} />
      </div>
    </aside>
  )
}

const SHOWN = 6

function Places({ current, onLook }: { current: string; onLook: (path: string) => void }) {
  const places = usePresence()?.places.slice(0, SHOWN) ?? []
  if (places.length === 0) return null
  return (
    <section aria-labelledby="places">
      <h3 id="places">Where readers are</h3>
      <ul className="places">
        {places.map(({ path, readers }) => (
          <li key={path}>
            <button type="button" aria-pressed={path === current} onClick={() => onLook(path)} title={path}>
              {path}
            </button>
            <span className="figures">{plural(readers, 'reader')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
