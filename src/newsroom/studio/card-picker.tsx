import { useDeferredValue, useState } from 'react'
import { withQuery } from '../../kit/call.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Field } from '../../kit/field.tsx'
import { useRead } from '../../kit/read.ts'
import { Row } from '../../kit/row.tsx'
import { Empty, Loaded } from '../../kit/states.tsx'

export interface CardChoice {
  module: string
  id: string
  title: string
  detail: string
}

interface CardPickerProps {
  onChoose: (choice: CardChoice) => void
  onClose: () => void
}

/** What other modules have to show in a story: it stays right there by itself. */
export function CardPicker({ onChoose, onClose }: CardPickerProps) {
  const [words, setWords] = useState('')
  const q = useDeferredValue(words)
  const choices = useRead<{ items: CardChoice[] }>(withQuery('/api/v1/cards', { q }), ['desk:events'])
  return (
    <Dialog title="Put in a card" onClose={onClose}>
      <Field label="Search events, matches, products and collections">
        <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      </Field>
      <Loaded query={choices} what="choices">
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Nothing is called that.</Empty>
          ) : (
            <ul className="rows">
              {items.map((choice) => (
                <Row
                  key={`${choice.module}/${choice.id}`}
                  title={choice.title}
                  detail={choice.detail}
                  end={
                    <button
                      type="button"
                      className="button"
                      aria-label={`Put in ${choice.title}`}
                      onClick={() => onChoose(choice)}
                    >
                      Put in
                    </button>
                  }
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Dialog>
  )
}
