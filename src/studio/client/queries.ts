import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from '../../kit/problem.ts'
import { sessionState } from './session-signal.ts'

const FRESH_MS = 30_000
const isSessionLost = (error: unknown): boolean => error instanceof Problem && error.kind === 'not-signed-in'

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // Without data nobody was signed in before: the sign-in screen itself is shown then.
    onError: (error, query) => {
      if (isSessionLost(error) && query.state.data !== undefined) sessionState.set(true)
    },
  }),
  mutationCache: new MutationCache({
    onError: (error) => {
      if (isSessionLost(error) && queryClient.getQueryData(['read', '/api/v1/me'])) sessionState.set(true)
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      networkMode: 'always',
      retry: (failures, error) => error instanceof Problem && error.status === 0 && failures < 2,
    },
    mutations: { networkMode: 'always' },
  },
})
