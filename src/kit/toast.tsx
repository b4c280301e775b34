import { createContext, type ReactNode, use, useCallback, useMemo, useState } from 'react'
import { sentenceOf } from './problem.ts'

export interface Undo {
  label?: string
  act: () => unknown
}

interface Toast {
  id: number
  words: string
  failure: boolean
  undo: Undo | undefined
}

interface Toaster {
  say: (words: string, undo?: Undo) => void
  fail: (error: unknown) => void
}

const SHOWN_MS = 6000
const SHOWN_WITH_UNDO_MS = 12_000

const ToastContext = createContext<Toaster>({ say: () => undefined, fail: () => undefined })

export const useToast = (): Toaster => use(ToastContext)

let drawn = 0

/** Says what was done; where it can be undone, for long enough to do so. Failures stay until they are closed. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<Toast[]>([])
  const close = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const toaster = useMemo<Toaster>(() => {
    const add = (words: string, failure: boolean, undo?: Undo) => {
      const id = ++drawn
      setToasts((all) => [
        ...all.filter((toast) => toast.words !== words).slice(-2),
        { id, words, failure, undo },
      ])
      if (!failure) setTimeout(() => close(id), undo ? SHOWN_WITH_UNDO_MS : SHOWN_MS)
    }
    return {
      say: (words, undo) => add(words, false, undo),
      fail: (error) => add(sentenceOf(error), true),
    }
  }, [close])
  return (
    <ToastContext value={toaster}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={toast.failure ? 'toast is-failure' : 'toast'}>
            <p>{toast.words}</p>
            {toast.undo && (
              <button
                type="button"
                className="toast-action"
                onClick={() => {
                  close(toast.id)
                  toast.undo?.act()
                }}
              >
                {toast.undo.label ?? 'Undo'}
              </button>
            )}
            <button type="button" className="toast-close" aria-label="Close" onClick={() => close(toast.id)}>
              ×
            </button>
          </div>
        ))}
      </div>
    </ToastContext>
  )
}
