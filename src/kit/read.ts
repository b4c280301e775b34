import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { call, withQuery } from './call.ts'
import { Problem } from './problem.ts'
import { type Undo, useToast } from './toast.tsx'

/** Reads a door and stays right: whenever one of its topics changes, it is read again. `null` as path: not yet. */
export function useRead<T>(path: string | null, topics: readonly string[]): UseQueryResult<T, Problem> {
  return useQuery<T, Problem>({
    queryKey: ['read', path],
    queryFn: ({ signal }) => call<T>('GET', path ?? '', undefined, { signal }),
    meta: { topics },
    enabled: path !== null,
  })
}

export interface Listed<T> {
  items: T[]
  next: string | null
}

/** A long list by cursor; the pages that are loaded stay right. `null` as path: not asked. */
export function useList<T>(path: string | null, topics: readonly string[]) {
  const query = useInfiniteQuery<Listed<T>, Problem, T[], readonly unknown[], string | null>({
    queryKey: ['list', path],
    queryFn: ({ pageParam, signal }) =>
      call<Listed<T>>('GET', addCursor(path ?? '', pageParam), undefined, { signal }),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
    meta: { topics },
    enabled: path !== null,
  })
  return query
}

const addCursor = (path: string, after: string | null): string =>
  after === null ? path : path + (path.includes('?') ? '&' : '?') + withQuery('', { after }).slice(1)

interface ActOptions<I, O> {
  /** What to say when it is done. */
  says?: string | ((output: O, input: I) => string)
  undo?: (output: O, input: I) => Undo | undefined
  done?: (output: O, input: I) => void
  /** Return true where the failure is shown in another way than by a toast. */
  failed?: (problem: Problem, input: I) => boolean
}

export type Acting<I, O = unknown> = UseMutationResult<O, Error, I>

/** Does something at a door: says what was done, or why not, and reads again what may have changed. */
export function useAct<I, O = unknown>(
  act: (input: I) => Promise<O>,
  { says, undo, done, failed }: ActOptions<I, O> = {},
): Acting<I, O> {
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation<O, Error, I>({
    mutationFn: act,
    onSuccess: async (output, input) => {
      const words = typeof says === 'function' ? says(output, input) : says
      if (words) toast.say(words, undo?.(output, input))
      done?.(output, input)
      // It is under way until what it changed is on the screen: the next act is based on the new revision.
      await queries.invalidateQueries()
    },
    onError: (error, input) => {
      // Whoever has to sign in again is asked to, above the screen.
      const isTold =
        error instanceof Problem && (failed?.(error, input) === true || error.kind === 'not-signed-in')
      if (!isTold) toast.fail(error)
    },
  })
}
