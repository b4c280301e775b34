export { findAuthorBySlug } from './author-store.ts'
export { type BrandTime, readBrandTime } from './brand-time.ts'
export { createAuthor } from './create-author.ts'
export { createStory } from './create-story.ts'
export { createTag } from './create-tag.ts'
export { type Block, type Document, documentOf, documentSchema, plainText } from './document.ts'
export { findPictureUsesInStories } from './find-picture-uses.ts'
export { getStory } from './get-story.ts'
export { listCorrections, type ListedCorrection } from './list-corrections.ts'
export { listScheduled } from './list-desk.ts'
export {
  countStoriesByMonth,
  findStoriesById,
  listStories,
  type StoryAddress,
  storyAddressChunks,
  storyAddresses,
} from './list-stories.ts'
export { newsroomModule } from './newsroom-module.ts'
export { publishStory } from './publish-story.ts'
export { picturesOf, renderDocument } from './render-document.ts'
export { renderDraftPreview } from './render-draft-preview.ts'
export { findStoryBySlug } from './story-store.ts'
export { presentTagSlug } from './read-names.ts'
export { saveStory } from './save-story.ts'
export { searchStories } from './search-stories.ts'
export type { Byline, Named, StoryPage, StoryQuery, StorySummary } from './summary.ts'
export { summaryHtml } from './summary-html.ts'
export { unpublishStory } from './unpublish-story.ts'
export { findTagBySlug } from './tag-store.ts'
export type { AuthorInput, StoryInput, StoryListItem, TagInput } from './wire.ts'
