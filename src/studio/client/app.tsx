import { QueryClientProvider, useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { call } from '../../kit/call.ts'
import { Confirms } from '../../kit/confirm.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useRead } from '../../kit/read.ts'
import { Failure } from '../../kit/states.tsx'
import { type Studio, StudioContext } from '../../kit/studio-context.ts'
import { Toasts } from '../../kit/toast.tsx'
import { AcceptInvitation, NewPassword, SetUp, SignIn } from '../../people/studio/public.ts'
import { queryClient } from './queries.ts'
import { createStudioRouter } from './router.tsx'
import { sessionIsBack, useSessionLost } from './session-state.ts'
import type { BrandReply, Me, ModulesReply } from './house.ts'

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Toasts>
        <Confirms>
          <Entrance />
        </Confirms>
      </Toasts>
    </QueryClientProvider>
  )
}

const TOKEN_SCREENS = {
  '/studio/setup': SetUp,
  '/studio/join': AcceptInvitation,
  '/studio/password': NewPassword,
}

function Entrance() {
  const { pathname, search } = window.location
  const Screen = TOKEN_SCREENS[pathname as keyof typeof TOKEN_SCREENS]
  if (!Screen) return <House />
  return (
    <Screen
      token={new URLSearchParams(search).get('token') ?? ''}
      done={() => window.location.assign('/studio')}
    />
  )
}

function House() {
  const me = useRead<Me>('/api/v1/me', ['desk:people'])
  const brand = useRead<BrandReply>('/api/v1/brand', ['settings:brand'])
  const modules = useRead<ModulesReply>('/api/v1/modules', ['settings:modules'])
  const queries = useQueryClient()
  if (me.data && brand.data && modules.data)
    return <Inside me={me.data} brand={brand.data} modules={modules.data} />
  if (me.error?.kind === 'not-signed-in') return <SignIn done={() => void queries.resetQueries()} />
  const error = me.error ?? brand.error ?? modules.error
  return error ? <Failure error={error} retry={() => queries.resetQueries()} /> : null
}

interface InsideProps {
  me: Me
  brand: BrandReply
  modules: ModulesReply
}

function Inside({ me, brand, modules }: InsideProps) {
  const router = useMemo(createStudioRouter, [])
  const { name, logoWords, timeZone } = brand.value
  const studio: Studio = {
    me,
    modules: modules.value,
    brand: { name, logoWords, zone: timeZone },
    signOut: async () => {
      await call('DELETE', '/api/v1/session')
      window.location.assign('/studio')
    },
  }
  return (
    <StudioContext value={studio}>
      <SignedIn>
        <RouterProvider router={router} />
      </SignedIn>
    </StudioContext>
  )
}

/** A session that has ended while a screen is open is begun again above it: nothing that was typed is lost. */
function SignedIn({ children }: { children: ReactNode }) {
  const lost = useSessionLost()
  return (
    <>
      {children}
      {lost && (
        <Dialog title="Sign in again">
          <p>Your session has ended. What is on this screen is kept: if you were saving it, save it again.</p>
          <SignIn inside done={sessionIsBack} />
        </Dialog>
      )}
    </>
  )
}
