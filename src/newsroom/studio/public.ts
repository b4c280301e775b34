import type { Screen } from '../../kit/screen.ts'

export { DocumentEditor } from './document-editor-lazy.tsx'
export { HeadlineInvitation } from './headline-invitation.tsx'
export { useNewsroomTonight } from './use-newsroom-tonight.ts'
export { StoryChoice } from './story-choice.tsx'
export { useTags } from './use-tags.ts'
export type { Document } from './document-types.ts'

export const newsroomScreens: readonly Screen[] = [
  {
    path: '/stories',
    title: 'Stories',
    right: 'story.write',
    nav: { group: 'desk', order: 10, shortcut: 'g s' },
    load: async () => (await import('./stories-screen.tsx')).StoriesScreen,
  },
  {
    path: '/stories/new',
    title: 'New story',
    right: 'story.write',
    load: async () => (await import('./new-story-screen.tsx')).NewStoryScreen,
  },
  {
    path: '/stories/$id',
    title: 'Story',
    right: 'story.write',
    wide: true,
    load: async () => (await import('./story-screen.tsx')).StoryScreen,
  },
  {
    path: '/tags',
    title: 'Tags',
    right: 'tag.manage',
    nav: { group: 'desk', order: 60 },
    load: async () => (await import('./tags-screen.tsx')).TagsScreen,
  },
  {
    path: '/authors',
    title: 'Authors',
    right: 'author.manage',
    nav: { group: 'desk', order: 70 },
    load: async () => (await import('./authors-screen.tsx')).AuthorsScreen,
  },
]
