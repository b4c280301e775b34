import type { Screen } from '../../kit/screen.ts'

export { AcceptInvitation } from './accept-invitation.tsx'
export { NewPassword } from './new-password.tsx'
export { SetUp } from './set-up.tsx'
export { SignIn } from './sign-in.tsx'
export type { Me } from '../wire.ts'

export const peopleScreens: readonly Screen[] = [
  {
    path: '/people',
    title: 'People',
    right: 'people.manage',
    nav: { group: 'house', order: 10, shortcut: 'g u' },
    load: async () => (await import('./people-screen.tsx')).PeopleScreen,
  },
  {
    path: '/people/$id',
    title: 'Person',
    right: 'people.manage',
    load: async () => (await import('./person-screen.tsx')).PersonScreen,
  },
  {
    path: '/tokens',
    title: 'API tokens',
    right: 'token.manage',
    nav: { group: 'house', order: 50 },
    load: async () => (await import('./tokens-screen.tsx')).TokensScreen,
  },
  {
    path: '/audit',
    title: 'Audit log',
    right: 'audit.read',
    nav: { group: 'house', order: 60, shortcut: 'g l' },
    load: async () => (await import('./audit-screen.tsx')).AuditScreen,
  },
  {
    path: '/account',
    title: 'My account',
    right: null,
    load: async () => (await import('./account-screen.tsx')).AccountScreen,
  },
]
