import { usePicture } from './use-picture.ts'

/** A small rendition by the picture's id; alt is empty where words beside it say what it shows. */
export function PictureThumb({
  id,
  className = 'thumb',
  alt,
}: {
  id: string
  className?: string
  alt?: string
}) {
  const { data } = usePicture(id)
  if (!data) return <span className={className} />
  return <img className={className} src={data.preview} alt={alt ?? data.alt} loading="lazy" />
}
