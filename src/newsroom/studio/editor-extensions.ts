import type { Extensions } from '@tiptap/core'
import { ListItem } from '@tiptap/extension-list'
import { Placeholder } from '@tiptap/extensions'
import { StarterKit } from '@tiptap/starter-kit'
import { BlockIds } from './block-ids.ts'
import { Callout, Card, Clip, Embed, Image, Quote, Tied } from './editor-blocks.ts'
import { isLinkable } from './links.ts'

/** Exactly what the canonical document can hold, and nothing more: what is pasted is reduced to it. */
export const extensionsOf = (placeholder: string): Extensions => [
  StarterKit.configure({
    blockquote: false,
    code: false,
    codeBlock: false,
    hardBreak: false,
    listItem: false,
    strike: false,
    underline: false,
    heading: { levels: [2, 3] },
    dropcursor: { class: 'drop-cursor', color: false },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: isLinkable,
      HTMLAttributes: { rel: null, target: null },
    },
  }),
  // An item is one line of words: the document knows no lists in lists.
  ListItem.extend({ content: 'paragraph' }),
  Placeholder.configure({ placeholder }),
  BlockIds,
  Quote,
  Callout,
  Image,
  Embed,
  Clip,
  Tied,
  Card,
]
