import { useEffect, useState } from 'react'
import { useGoOn } from './go.tsx'
import { randomId } from './random-id.ts'

export interface Draft<T> {
  value: T
  /** The revision that the draft is based on. */
  revision: number
  /** Something was typed and is not saved. */
  dirty: boolean
  /** What the server has by now, while the draft is based on something older. */
  newer: T | null
  set: (changes: Partial<T>) => void
  /** Takes the server's version. */
  reset: () => void
  /** What stands here goes to the server now. */
  sending: () => void
  /** What was sent is the server's version of this revision now. */
  accept: (revision: number) => void
}

/**
 * A form's own copy of something with a revision. While nothing was typed it follows the server; once something was,
 * it stays, and says when the server has moved on.
 */
export function useDraft<T extends object>(server: T, revision: number): Draft<T> {
  const [draft, setDraft] = useState({ value: server, sent: server, revision, dirty: false })
  const follow = { value: server, sent: server, revision, dirty: false }
  useEffect(() => {
    setDraft((now) => (now.dirty || revision < now.revision ? now : follow))
    // The server's value is a new object at each reading; its revision says whether it has changed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [revision])
  return {
    ...draft,
    newer: draft.dirty && revision > draft.revision ? server : null,
    set: (changes) => setDraft((now) => ({ ...now, value: { ...now.value, ...changes }, dirty: true })),
    reset: () => setDraft(follow),
    sending: () => setDraft((now) => ({ ...now, sent: now.value })),
    // Who typed on while it was on its way has something to save again.
    accept: (saved) => setDraft((now) => ({ ...now, revision: saved, dirty: now.value !== now.sent })),
  }
}

export interface NewDraft<T> extends Pick<Draft<T>, 'value' | 'dirty' | 'set'> {
  /** The same for as long as the same would be made: sent twice, it is made once. */
  key: string
  /** It was made: on to its own screen. */
  made: (path: string) => void
}

/** A form's own copy of something that is yet to be made. */
export function useNewDraft<T extends object>(initial: () => T): NewDraft<T> {
  const [draft, setDraft] = useState(() => ({ value: initial(), key: randomId(), dirty: false }))
  const goOn = useGoOn()
  return {
    ...draft,
    set: (changes) =>
      setDraft((now) => ({ value: { ...now.value, ...changes }, key: randomId(), dirty: true })),
    made: (path) => {
      setDraft((now) => ({ ...now, dirty: false }))
      goOn(path, true)
    },
  }
}
