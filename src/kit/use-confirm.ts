import { createContext, use } from 'react'

export interface Question {
  title: string
  /** What will happen, and whether it can be undone. */
  words: string
  /** The verb on the button. */
  yes: string
  danger?: boolean
}

export type Ask = (question: Question) => Promise<boolean>

export const ConfirmContext = createContext<Ask>(() => Promise.resolve(false))

export const useConfirm = (): Ask => use(ConfirmContext)

export const LEAVE_QUESTION: Question = {
  title: 'Leave without saving?',
  words: 'What you have typed here is not saved yet, and is lost if you leave.',
  yes: 'Leave',
  danger: true,
}
