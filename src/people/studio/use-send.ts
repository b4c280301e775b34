import { useMutation } from '@tanstack/react-query'
import { sentenceOf } from '../../kit/problem.ts'

/** Sends a form that stands alone on its page: what is wrong is said in the form itself. */
export function useSend<O>(act: () => Promise<O>, done: (output: O) => void) {
  const sending = useMutation({ mutationFn: act, onSuccess: done })
  return {
    busy: sending.isPending,
    problem: sending.error ? sentenceOf(sending.error) : null,
    submit: (event: { preventDefault(): void }) => {
      event.preventDefault()
      sending.mutate()
    },
  }
}
