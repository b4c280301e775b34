import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  useParams,
  type ErrorComponentProps,
} from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Screen } from '../../kit/screen.ts'
import { Page } from '../../kit/page.tsx'
import { Go } from '../../kit/go.tsx'
import { Empty, Failure, Loading } from '../../kit/states.tsx'
import { useStudio } from '../../kit/studio-context.ts'
import { SCREENS } from './screens.ts'
import { Shell } from './shell.tsx'

/** Words in addresses stay as they are written: `?state=draft`, not JSON. */
const search = {
  parseSearch: (text: string): Record<string, unknown> => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (words: Record<string, unknown>): string => {
    const given = Object.entries(words).flatMap(([name, word]) =>
      typeof word === 'string' && word !== '' ? [[name, word]] : [],
    )
    const text = new URLSearchParams(given).toString()
    return text === '' ? '' : `?${text}`
  },
}

export function createStudioRouter() {
  const root = createRootRoute({ component: Shell, notFoundComponent: Missing })
  const routes = SCREENS.map((screen) =>
    createRoute({ getParentRoute: () => root, path: screen.path, component: componentOf(screen) }),
  )
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: '/studio',
    ...search,
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  })
}

function componentOf({ load, title, right, module }: Screen) {
  return lazyRouteComponent(async () => {
    const Screen = await load()
    const Mounted = () => {
      const params: Record<string, string> = useParams({ strict: false })
      const { me, modules } = useStudio()
      if (module && modules[module] === false)
        return <Closed title={title}>This brand has turned this off. It can be turned on in Settings.</Closed>
      if (right !== null && !me.rights.includes(right))
        return (
          <Closed title={title}>This is not among the rights of your role ({me.role}). Ask an owner.</Closed>
        )
      return <Screen params={params} />
    }
    return { default: Mounted }
  })
}

function Closed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Page title={title}>
      <Empty action={<Go to="/">Go to Tonight</Go>}>{children}</Empty>
    </Page>
  )
}

function Missing() {
  return (
    <Page title="Not here">
      <Empty action={<Go to="/">Go to Tonight</Go>}>The studio has no screen at this address.</Empty>
    </Page>
  )
}

/** Also when a new version of the studio has replaced the file of a screen: reloading brings the new one. */
function Broken({ error }: ErrorComponentProps) {
  return (
    <Page title="This screen broke">
      <Failure error={error} retry={() => window.location.reload()} />
    </Page>
  )
}
