import type { EmbedDto } from './wire.ts'

type Embed = Omit<EmbedDto, 'title'>

const YOUTUBE_HOSTS = new Set([
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'youtu.be',
  'youtube-nocookie.com',
  'www.youtube-nocookie.com',
])
const YOUTUBE_ID = /^[\w-]{11}$/
const VIMEO_HOSTS = new Set(['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'])

/** Which video an address names; only its id is ever kept, so nothing else of the address gets into a page. */
export function parseEmbedAddress(address: string): Embed | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  if (YOUTUBE_HOSTS.has(url.hostname)) return youtube(url)
  return VIMEO_HOSTS.has(url.hostname) ? vimeo(url) : null
}

function youtube(url: URL): Embed | null {
  const parts = url.pathname.split('/').filter((part) => part !== '')
  const id =
    url.hostname === 'youtu.be'
      ? parts[0]
      : parts[0] === 'watch'
        ? url.searchParams.get('v')
        : /^(embed|shorts|live|v)$/.test(parts[0] ?? '')
          ? parts[1]
          : null
  if (id == null || !YOUTUBE_ID.test(id)) return null
  const start = url.searchParams.get('t') ?? url.searchParams.get('start')
  return { provider: 'youtube', id, start: seconds(start) }
}

function vimeo(url: URL): Embed | null {
  const id = /\/(\d{1,12})(?:\/|$)/.exec(url.pathname)?.[1]
  const start = /^#t=([\dhms]+)$/.exec(url.hash)?.[1] ?? null
  return id === undefined ? null : { provider: 'vimeo', id, start: seconds(start) }
}

/** `90`, `90s`, `1m30s`, `1h2m3s` */
function seconds(text: string | null): number | null {
  const match = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(text ?? '')
  if (!match || match[0] === '') return null
  const [hours, minutes, rest] = match.slice(1).map((part) => Number(part ?? 0))
  const total = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (rest ?? 0)
  return total === 0 ? null : total
}
