import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { LEAVE_QUESTION, useConfirm } from './use-confirm.ts'

/** Asks before a link, a key, Back or a closed window leaves this screen, while something typed would be lost; what is being saved is waited for. */
export function useUnsaved(dirty: boolean, saving: boolean): void {
  const confirm = useConfirm()
  const latest = useRef({ dirty, saving })
  const waiting = useRef<(() => void)[]>([])
  useEffect(() => {
    latest.current = { dirty, saving }
    if (!saving) for (const goOn of waiting.current.splice(0)) goOn()
  })
  useBlocker({
    disabled: !dirty,
    shouldBlockFn: async () => {
      if (latest.current.saving) await new Promise<void>((resolve) => waiting.current.push(resolve))
      if (!latest.current.dirty) return false
      return !(await confirm(LEAVE_QUESTION))
    },
  })
}
