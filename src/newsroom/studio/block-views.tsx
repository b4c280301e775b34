import { useQuery } from '@tanstack/react-query'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { call, withQuery } from '../../kit/call.ts'
import { Field } from '../../kit/field.tsx'
import { PictureThumb } from '../../footage/studio/public.ts'
import type { CardChoice } from './card-picker.tsx'
import { Remove, word } from './block-parts.tsx'
import { useSending } from './sendings.ts'

export function ImageView(props: NodeViewProps) {
  const { node, selected } = props
  const sending = useSending(word(node.attrs['sending']))
  const picture = word(node.attrs['picture'])
  return (
    <NodeViewWrapper as="figure" className={selected ? 'block is-selected' : 'block'} data-drag-handle>
      {picture !== '' && <PictureThumb id={picture} className="block-picture" />}
      {picture === '' && (
        <div className="block-sending">
          {sending?.preview && <img src={sending.preview} alt="" className="block-picture" />}
          <label>
            Sending… <progress value={sending?.part ?? 0} />
          </label>
        </div>
      )}
      {picture !== '' && <ImageWords {...props} />}
    </NodeViewWrapper>
  )
}

function ImageWords({ node, updateAttributes, deleteNode }: NodeViewProps) {
  const alt = word(node.attrs['alt'])
  return (
    <div className="block-words" contentEditable={false}>
      <Field
        label="What it shows"
        problem={
          alt.trim() === ''
            ? 'Say what it shows, for who cannot see it. The story is not published without.'
            : null
        }
      >
        <input
          maxLength={1000}
          value={alt}
          onChange={(event) => updateAttributes({ alt: event.target.value })}
        />
      </Field>
      <div className="form-row">
        <Field label="Caption">
          <input
            maxLength={2000}
            value={word(node.attrs['caption'])}
            onChange={(event) => updateAttributes({ caption: event.target.value })}
          />
        </Field>
        <Field label="Credit">
          <input
            maxLength={500}
            value={word(node.attrs['credit'])}
            onChange={(event) => updateAttributes({ credit: event.target.value })}
          />
        </Field>
      </div>
      <Remove what="picture" onRemove={deleteNode} />
    </div>
  )
}

export function CardView({ node, deleteNode, selected }: NodeViewProps) {
  const { module, ref } = node.attrs as { module: string; ref: string }
  const { data } = useQuery({
    queryKey: ['read', 'card', module, ref],
    queryFn: () => call<{ items: CardChoice[] }>('GET', withQuery('/api/v1/cards', { q: ref })),
    meta: { topics: ['desk:events'] },
  })
  const choice = data?.items.find((item) => item.module === module && item.id === ref)
  return (
    <NodeViewWrapper as="figure" className={selected ? 'block is-selected' : 'block'} data-drag-handle>
      <p className="block-kind">Card</p>
      <p>
        <strong>{choice?.title ?? `${module} ${ref}`}</strong> {choice?.detail}
      </p>
      <div contentEditable={false}>
        <Remove what="card" onRemove={deleteNode} />
      </div>
    </NodeViewWrapper>
  )
}
