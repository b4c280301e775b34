import type { Screen } from '../../kit/screen.ts'

export { useLeadStory } from './use-lead-story.ts'
export { useSiteTonight } from './use-site-tonight.ts'
export type { BrandReply, ModulesReply } from './wire-types.ts'

export const siteScreens: readonly Screen[] = [
  {
    path: '/promos',
    title: 'Promos',
    right: 'studio.open',
    module: 'promos',
    nav: { group: 'desk', order: 30, shortcut: 'g p' },
    load: async () => (await import('./promos-screen.tsx')).PromosScreen,
  },
  {
    path: '/promos/$id',
    title: 'Promo',
    right: 'studio.open',
    module: 'promos',
    load: async () => (await import('./promo-screen.tsx')).PromoScreen,
  },
  {
    path: '/front',
    title: 'Front page',
    right: 'front.curate',
    nav: { group: 'desk', order: 50, shortcut: 'g f' },
    load: async () => (await import('./front-screen.tsx')).FrontScreen,
  },
  {
    path: '/pages',
    title: 'Pages',
    right: 'page.manage',
    nav: { group: 'house', order: 20 },
    load: async () => (await import('./pages-screen.tsx')).PagesScreen,
  },
  {
    path: '/pages/$id',
    title: 'Page',
    right: 'page.manage',
    load: async () => (await import('./page-screen.tsx')).PageScreen,
  },
  {
    path: '/menus',
    title: 'Menus',
    right: 'page.manage',
    nav: { group: 'house', order: 25 },
    load: async () => (await import('./menus-screen.tsx')).MenusScreen,
  },
  {
    path: '/brand',
    title: 'Brand',
    right: 'brand.manage',
    nav: { group: 'house', order: 30, shortcut: 'g b' },
    load: async () => (await import('./brand-screen.tsx')).BrandScreen,
  },
  {
    path: '/settings',
    title: 'Settings',
    right: 'settings.manage',
    nav: { group: 'house', order: 40 },
    load: async () => (await import('./settings-screen.tsx')).SettingsScreen,
  },
]
