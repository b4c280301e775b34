export { type BrandTime, readBrandTime } from './brand-time.ts'
export { createStory } from './create-story.ts'
export { type Block, type Document, documentOf, documentSchema, plainText } from './document.ts'
export {
  countStoriesByMonth,
  findStoriesById,
  listStories,
  type StoryAddress,
  storyAddressChunks,
  storyAddresses,
} from './list-stories.ts'
export { publishStory } from './publish-story.ts'
export { picturesOf, renderDocument } from './render-document.ts'
export { saveStory } from './save-story.ts'
export { searchStories } from './search-stories.ts'
export type { Byline, Named, StoryPage, StoryQuery, StorySummary } from './summary.ts'
export { summaryHtml } from './summary-html.ts'
export { unpublishStory } from './unpublish-story.ts'
