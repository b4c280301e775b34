import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { Field } from '../../kit/field.tsx'
import { Remove, word } from './block-parts.tsx'
import { isLinkable, toHref } from './links.ts'

export function EmbedView({ node, updateAttributes, deleteNode, selected }: NodeViewProps) {
  const { provider, video, start } = node.attrs as { provider: string; video: string; start: number | null }
  return (
    <NodeViewWrapper as="figure" className={selected ? 'block is-selected' : 'block'} data-drag-handle>
      <p className="block-kind">
        {provider === 'vimeo' ? 'Vimeo' : 'YouTube'} video {video}
        {start ? `, from second ${start}` : ''}
      </p>
      <div className="block-words" contentEditable={false}>
        <Field label="Title" hint="Readers see it before they load the video.">
          <input
            maxLength={300}
            value={word(node.attrs['title'])}
            onChange={(event) => updateAttributes({ title: event.target.value })}
          />
        </Field>
        <EmbedMore attrs={node.attrs} update={updateAttributes} />
        <Remove what="video" onRemove={deleteNode} />
      </div>
    </NodeViewWrapper>
  )
}

interface EmbedMoreProps {
  attrs: Record<string, unknown>
  update: (attrs: Record<string, unknown>) => void
}

interface EmbedWords {
  warning: { says: string; why: string }
  fallback: { text: string; link: string }
}

/** What most videos do not need: it is open where something stands in it. */
function EmbedMore({ attrs, update }: EmbedMoreProps) {
  const warning = { says: '', why: '', ...(attrs['warning'] as EmbedWords['warning'] | null) }
  const fallback = { text: '', link: '', ...(attrs['fallback'] as Partial<EmbedWords['fallback']> | null) }
  const source = word(attrs['source'])
  const isUsed = [warning.says, warning.why, fallback.text, source].some((words) => words !== '')
  return (
    <details className="block-more" open={isUsed || undefined}>
      <summary>Warning, source, and what if it is removed</summary>
      <div className="block-words">
        <div className="form-row">
          <Field label="Warning: what it shows" hint="The video is covered until the reader has read this.">
            <input
              maxLength={600}
              value={warning.says}
              onChange={(event) => update({ warning: { ...warning, says: event.target.value } })}
            />
          </Field>
          <Field
            label="Why it is shown"
            problem={warning.why !== '' && warning.says === '' ? 'Say what it shows as well.' : null}
          >
            <input
              maxLength={600}
              value={warning.why}
              onChange={(event) => update({ warning: { ...warning, why: event.target.value } })}
            />
          </Field>
        </div>
        <Field label="Whose video it is">
          <input
            maxLength={300}
            value={source}
            onChange={(event) => update({ source: event.target.value })}
          />
        </Field>
        <div className="form-row">
          <Field label="If it is removed" hint="Always to be read below it, after “Gone?”.">
            <input
              maxLength={600}
              value={fallback.text}
              onChange={(event) => update({ fallback: { ...fallback, text: event.target.value } })}
            />
          </Field>
          <Field
            label="Where it can be seen then"
            problem={
              fallback.link !== '' && !isLinkable(toHref(fallback.link))
                ? 'A link starts with https://, http://, mailto: or / (a path of this site).'
                : null
            }
          >
            <input
              maxLength={2000}
              value={fallback.link}
              onChange={(event) => update({ fallback: { ...fallback, link: event.target.value } })}
            />
          </Field>
        </div>
      </div>
    </details>
  )
}
