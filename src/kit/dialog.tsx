import { type FocusEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { LEAVE_QUESTION, useConfirm } from './use-confirm.ts'

interface DialogProps {
  title: string
  /** Left out where there is no way back without what it asks for. */
  onClose?: () => void
  children: ReactNode
  size?: 'small' | 'large'
}

const FIELDS = ':is(input:not([type=hidden]), textarea, select):enabled'

/** As a ref: the dialog begins at this button, and Enter presses it. React leaves the attribute out. */
export const beginsHere = (button: HTMLButtonElement | null): void => button?.setAttribute('autofocus', '')

/**
 * The browser's own dialog: it begins at its first field, keeps the focus inside, and gives it back. Escape, a press beside
 * it and its cross close it, and ask before that loses what was typed.
 */
export function Dialog({ title, onClose, children, size = 'small' }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const id = useId()
  const confirm = useConfirm()
  const words = useWords()
  const leave = async () => {
    if (onClose && (!words.haveChanged() || (await confirm(LEAVE_QUESTION)))) onClose()
  }
  useEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    // By itself the browser begins at the button that closes it.
    if (!dialog?.querySelector('[autofocus]')) dialog?.querySelector<HTMLElement>(FIELDS)?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={element}
      className={`dialog is-${size}`}
      aria-labelledby={id}
      onFocus={words.remember}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        event.preventDefault()
        void leave()
      }}
      onCancel={(event) => {
        if (event.target !== element.current || !event.cancelable) return
        event.preventDefault()
        void leave()
      }}
      onClose={(event) => {
        // A phone's Back, made twice, closes it without asking. React tells of a dialog inside it as well.
        if (event.target !== element.current) return
        if (onClose) onClose()
        else element.current.showModal()
      }}
      onClick={(event) => {
        if (event.target === element.current) void leave()
      }}
    >
      <div className="dialog-body">
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          {onClose && (
            <button type="button" className="dialog-close" aria-label="Close" onClick={() => void leave()}>
              ×
            </button>
          )}
        </div>
        {children}
      </div>
    </dialog>
  )
}

const WORDS = 'textarea, input:not([type=search], [type=file], [type=checkbox], [type=radio])'

/** What stood in each field when it was come to, and whether something else stands in one now. */
function useWords() {
  const before = useRef(new Map<HTMLInputElement, string>())
  return {
    remember: ({ target }: FocusEvent) => {
      const field = target as HTMLInputElement
      if (field.matches(WORDS) && !before.current.has(field)) before.current.set(field, field.value)
    },
    haveChanged: () =>
      [...before.current].some(([field, words]) => field.isConnected && field.value !== words),
  }
}
