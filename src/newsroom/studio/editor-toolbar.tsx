import type { ChainedCommands, JSONContent } from '@tiptap/core'
import { type Editor, useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { type ChosenMoment, ClipPicker, MomentPicker, PicturePicker } from '../../footage/studio/public.ts'
import { useShortcut } from '../../kit/shortcuts.ts'
import { CardPicker } from './card-picker.tsx'
import { insertBlock } from './insert-block.ts'
import { attrsOf } from './insert-pictures.ts'
import { LinkDialog } from './link-dialog.tsx'
import { VideoDialog } from './video-dialog.tsx'

type Asking = 'link' | 'picture' | 'video' | 'card' | 'clip' | 'words' | 'moment' | null

interface Tool {
  label: string
  words: string
  is?: (editor: Editor) => boolean
  act: (chain: ChainedCommands) => ChainedCommands
}

const BLOCK_TOOLS: readonly Tool[] = [
  {
    label: 'Heading',
    words: 'H2',
    is: (editor) => editor.isActive('heading', { level: 2 }),
    act: (chain) => chain.toggleHeading({ level: 2 }),
  },
  {
    label: 'Small heading',
    words: 'H3',
    is: (editor) => editor.isActive('heading', { level: 3 }),
    act: (chain) => chain.toggleHeading({ level: 3 }),
  },
  {
    label: 'Quote',
    words: '“ ”',
    is: (editor) => editor.isActive('quote'),
    act: (chain) => chain.toggleNode('quote', 'paragraph'),
  },
  {
    label: 'List',
    words: '• —',
    is: (editor) => editor.isActive('bulletList'),
    act: (chain) => chain.toggleBulletList(),
  },
  {
    label: 'Numbered list',
    words: '1. —',
    is: (editor) => editor.isActive('orderedList'),
    act: (chain) => chain.toggleOrderedList(),
  },
  {
    label: 'Callout',
    words: 'Callout',
    is: (editor) => editor.isActive('callout'),
    act: (chain) => chain.toggleNode('callout', 'paragraph'),
  },
  { label: 'Divider', words: '—', act: (chain) => chain.setHorizontalRule() },
]
const MARK_TOOLS: readonly Tool[] = [
  { label: 'Bold', words: 'B', is: (editor) => editor.isActive('bold'), act: (chain) => chain.toggleBold() },
  {
    label: 'Italic',
    words: 'I',
    is: (editor) => editor.isActive('italic'),
    act: (chain) => chain.toggleItalic(),
  },
]
const HISTORY_TOOLS: readonly Tool[] = [
  { label: 'Undo', words: '↶', act: (chain) => chain.undo() },
  { label: 'Redo', words: '↷', act: (chain) => chain.redo() },
]

export function EditorToolbar({ editor }: { editor: Editor }) {
  const [asking, setAsking] = useState<Asking>(null)
  const linked = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') })
  useShortcut('mod+k', 'Link', () => setAsking('link'))
  const insert = (block: JSONContent) => {
    setAsking(null)
    insertBlock(editor, block)
  }
  return (
    <>
      <div
        className="editor-tools"
        role="toolbar"
        aria-label="Formatting"
        // The focus stays in the text, so that what is typed right after a press goes there.
        onMouseDown={(event) => event.preventDefault()}
      >
        <Tools editor={editor} tools={MARK_TOOLS} />
        <button type="button" aria-pressed={linked} onClick={() => setAsking('link')}>
          Link
        </button>
        <Tools editor={editor} tools={BLOCK_TOOLS} />
        <button type="button" onClick={() => setAsking('picture')}>
          Picture
        </button>
        <button type="button" onClick={() => setAsking('video')}>
          Video
        </button>
        <button type="button" onClick={() => setAsking('card')}>
          Card
        </button>
        <button type="button" onClick={() => setAsking('clip')}>
          Clip
        </button>
        <button
          type="button"
          title="What somebody says in a clip, with who and when"
          onClick={() => setAsking('words')}
        >
          Words of a clip
        </button>
        <TieTool editor={editor} onTie={() => setAsking('moment')} />
        <Tools editor={editor} tools={HISTORY_TOOLS} />
      </div>
      {asking === 'link' && <LinkDialog editor={editor} onClose={() => setAsking(null)} />}
      {asking === 'video' && <VideoDialog editor={editor} onClose={() => setAsking(null)} />}
      {asking === 'picture' && (
        <PicturePicker
          onClose={() => setAsking(null)}
          onChoose={(picture) => insert({ type: 'image', attrs: attrsOf(picture) })}
        />
      )}
      {asking === 'clip' && (
        <ClipPicker
          onClose={() => setAsking(null)}
          onChoose={({ id }) => insert({ type: 'clip', attrs: { clip: id } })}
        />
      )}
      {asking === 'words' && (
        <MomentPicker onClose={() => setAsking(null)} onChoose={(moment) => insert(quoteOf(moment))} />
      )}
      {asking === 'moment' && (
        <MomentPicker
          onClose={() => setAsking(null)}
          onChoose={({ clip, from, to }) => {
            setAsking(null)
            editor.chain().focus().setMark('moment', { clip, from, to }).run()
          }}
        />
      )}
      {asking === 'card' && (
        <CardPicker
          onClose={() => setAsking(null)}
          onChoose={({ module, id }) => insert({ type: 'card', attrs: { module, ref: id } })}
        />
      )}
    </>
  )
}

const quoteOf = ({ clip, from, to, speaker, text }: ChosenMoment): JSONContent => ({
  type: 'quote',
  attrs: { cite: speaker, moment: { clip, from, to } },
  ...(text !== '' && { content: [{ type: 'text', text }] }),
})

/** Ties the chosen words to a span of a clip, or unties those that stand in one. */
function TieTool({ editor, onTie }: { editor: Editor; onTie: () => void }) {
  const { tied, empty } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({ tied: now.isActive('moment'), empty: now.state.selection.empty }),
  })
  const untie = () => editor.chain().focus().extendMarkRange('moment').unsetMark('moment').run()
  return (
    <button
      type="button"
      aria-pressed={tied}
      disabled={!tied && empty}
      title="Ties the chosen words to what is to be seen"
      onClick={tied ? untie : onTie}
    >
      Tie to a moment
    </button>
  )
}

function Tools({ editor, tools }: { editor: Editor; tools: readonly Tool[] }) {
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => tools.map(({ is }) => is?.(now) ?? null),
  })
  const use = (act: Tool['act']) => {
    // At once, where the chain's own focus comes a frame later: a fast hand's next key would fall on the button.
    editor.view.focus()
    act(editor.chain()).run()
  }
  return tools.map(({ label, words, act }, i) => (
    <button
      key={label}
      type="button"
      title={label}
      {...(active[i] !== null && { 'aria-pressed': active[i] })}
      onClick={() => use(act)}
    >
      <span aria-hidden="true">{words}</span>
      <span className="unseen">{label}</span>
    </button>
  ))
}
