import type { Editor } from '@tiptap/core'
import type { EmbedDto } from '../../footage/studio/public.ts'
import { call, withQuery } from '../../kit/call.ts'
import { insertBlock } from './insert-block.ts'

const YOUTUBE =
  /^https?:\/\/(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:\S*&)?v=|embed\/|live\/|shorts\/)|youtu\.be\/)([\w-]{11})(?=[?&#/]|$)(\S*)$/
const VIMEO = /^https?:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d{5,12})(?=[?#/]|$)\S*$/

export interface VideoLink {
  provider: 'youtube' | 'vimeo'
  video: string
  start: number | null
  url: string
}

/** A video's address that stands alone, as one is pasted; `null` for anything else. */
export function videoIn(text: string): VideoLink | null {
  const url = text.trim()
  const youtube = YOUTUBE.exec(url)
  if (youtube?.[1]) return { provider: 'youtube', video: youtube[1], start: startIn(url), url }
  const vimeo = VIMEO.exec(url)
  return vimeo?.[1] ? { provider: 'vimeo', video: vimeo[1], start: null, url } : null
}

/** `t=1m5s`, `t=65` or `start=65`, in seconds. */
function startIn(url: string): number | null {
  const match = /[?&#](?:t|start)=(?:(\d{1,2})h)?(?:(\d{1,4})m)?(\d{1,5})?s?(?:&|$)/.exec(url)
  if (!match) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = match
  const start = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return start > 0 && start <= 86_400 ? start : null
}

/** Puts the video in at once, and its title when its provider has told it. */
export function insertVideo(editor: Editor, { url, ...video }: VideoLink): void {
  insertBlock(editor, { type: 'embed', attrs: { ...video, title: '' } })
  call<EmbedDto>('GET', withQuery('/api/v1/embeds/look-up', { url }))
    .then(({ title }) => title && setTitle(editor, video.video, title))
    // Without a title the writer gives one: the field is there.
    .catch(() => undefined)
}

function setTitle(editor: Editor, video: string, title: string): void {
  if (editor.isDestroyed) return
  editor.commands.command(({ tr, state }) => {
    state.doc.forEach((node, position) => {
      if (node.attrs['video'] === video && node.attrs['title'] === '')
        tr.setNodeAttribute(position, 'title', title)
    })
    return tr.docChanged
  })
}
