import { NodeViewContent, type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useState } from 'react'
import { type Clip, ClipThumb, lengthOf, MomentPicker } from '../../footage/studio/public.ts'
import { useRead } from '../../kit/read.ts'
import { Loaded } from '../../kit/states.tsx'
import { Remove, word } from './block-parts.tsx'
import type { Moment } from './document-types.ts'
import { isMoment, spanText } from './moments.ts'
import { useQuoteProblem } from './use-quote-problem.ts'

const useClip = (id: string) => useRead<Clip>(`/api/v1/clips/${id}`, ['desk:footage'])

export function ClipView({ node, deleteNode, selected }: NodeViewProps) {
  const clip = useClip(word(node.attrs['clip']))
  return (
    <NodeViewWrapper as="figure" className={selected ? 'block is-selected' : 'block'} data-drag-handle>
      <p className="block-kind">Clip</p>
      <div contentEditable={false}>
        <Loaded query={clip} what="the clip">
          {(data) => <ClipWords clip={data} />}
        </Loaded>
      </div>
      <div contentEditable={false}>
        <Remove what="clip" onRemove={deleteNode} />
      </div>
    </NodeViewWrapper>
  )
}

const ClipWords = ({ clip }: { clip: Clip }) => (
  <div className="block-clip">
    <ClipThumb clip={clip} />
    <div>
      <p>
        <strong>{clip.title}</strong> {clip.durationMs > 0 && lengthOf(clip.durationMs)}
      </p>
      {clip.before !== '' && <p>Just before it begins: {clip.before}</p>}
      {clip.warning && (
        <p>
          <strong>Warning:</strong> {clip.warning.says} {clip.warning.why}
        </p>
      )}
      {clip.sizes.length === 0 && (
        <p className="field-problem">It is not ready: the story cannot be published before it is.</p>
      )}
    </div>
  </div>
)

export function QuoteView({ node, updateAttributes }: NodeViewProps) {
  const given: unknown = node.attrs['moment']
  return (
    <NodeViewWrapper as="blockquote">
      <NodeViewContent as={'p' as 'div'} />
      <div className="block-field" contentEditable={false}>
        <input
          aria-label="Who said it"
          placeholder="Who said it"
          maxLength={500}
          value={word(node.attrs['cite'])}
          onChange={(event) => updateAttributes({ cite: event.target.value })}
        />
        <QuoteMoment
          moment={isMoment(given) ? given : null}
          words={node.textContent}
          onChange={(moment) => updateAttributes({ moment })}
        />
      </div>
    </NodeViewWrapper>
  )
}

interface QuoteMomentProps {
  moment: Moment | null
  /** What the quote says now. */
  words: string
  onChange: (moment: Moment | null) => void
}

/** When it was said; and whether it still is what was said then. */
function QuoteMoment({ moment, words, onChange }: QuoteMomentProps) {
  const [choosing, setChoosing] = useState(false)
  const picker = choosing && (
    <MomentPicker
      clipId={moment?.clip}
      from={moment?.from}
      to={moment?.to}
      onClose={() => setChoosing(false)}
      onChoose={({ clip, from, to }) => {
        setChoosing(false)
        onChange({ clip, from, to })
      }}
    />
  )
  return (
    <div className="block-moment">
      {moment && <MomentWords moment={moment} words={words} />}
      <button type="button" className="button is-plain" onClick={() => setChoosing(true)}>
        {moment ? 'Another moment' : 'Choose its moment'}
      </button>
      {moment && (
        <button type="button" className="button is-plain" onClick={() => onChange(null)}>
          Untie
        </button>
      )}
      {picker}
    </div>
  )
}

function MomentWords({ moment, words }: { moment: Moment; words: string }) {
  const { data: clip } = useClip(moment.clip)
  const problem = useQuoteProblem(moment, words)
  return (
    <>
      <p>
        Plays {spanText(moment)}
        {clip ? ` of “${clip.title}”` : ''}
      </p>
      {problem && (
        <p className="field-problem" role="status">
          {problem}
        </p>
      )}
    </>
  )
}
