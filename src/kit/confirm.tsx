import { type ReactNode, useCallback, useState } from 'react'
import { beginsHere, Dialog } from './dialog.tsx'
import { type Ask, ConfirmContext, type Question } from './use-confirm.ts'

interface Open extends Question {
  answer: (yes: boolean) => void
}

export function Confirms({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Open | null>(null)
  const ask = useCallback<Ask>(
    (question) =>
      new Promise((resolve) => {
        const answer = (yes: boolean) => {
          setOpen(null)
          resolve(yes)
        }
        setOpen({ ...question, answer })
      }),
    [],
  )
  return (
    <ConfirmContext value={ask}>
      {children}
      {open && (
        <Dialog title={open.title} onClose={() => open.answer(false)}>
          <p>{open.words}</p>
          <div className="dialog-actions">
            <button type="button" className="button" ref={beginsHere} onClick={() => open.answer(false)}>
              Cancel
            </button>
            <button
              type="button"
              className={open.danger ? 'button is-danger' : 'button is-hot'}
              onClick={() => open.answer(true)}
            >
              {open.yes}
            </button>
          </div>
        </Dialog>
      )}
    </ConfirmContext>
  )
}
