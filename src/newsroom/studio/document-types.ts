export type { Block, BlockOf, Document, Inline, Moment } from '../document.ts'

/** The same number stands in document.ts, which brings the validator with it; a test keeps the two equal. */
export const DOCUMENT_SCHEMA = 1
