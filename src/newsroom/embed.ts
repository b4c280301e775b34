import type { BlockOf } from './document.ts'

/** The only hosts whose players are ever put into a page; the shell's Content-Security-Policy names the same. */
export interface Player {
  name: string
  /** The page over there, for readers without script. */
  page: string
  /** The player itself, loaded when the reader asks for it. */
  frame: string
}

export function playerOf({ provider, video, start = 0 }: BlockOf<'embed'>): Player {
  const id = encodeURIComponent(video)
  switch (provider) {
    case 'youtube':
      return {
        name: 'YouTube',
        page: `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ''}`,
        frame: `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0${start ? `&start=${start}` : ''}`,
      }
    case 'vimeo':
      return {
        name: 'Vimeo',
        page: `https://vimeo.com/${id}${start ? `#t=${start}s` : ''}`,
        frame: `https://player.vimeo.com/video/${id}?autoplay=1&dnt=1${start ? `#t=${start}s` : ''}`,
      }
  }
}
