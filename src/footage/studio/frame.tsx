import { useEffect, useRef, useState } from 'react'

interface FrameProps {
  /** Of a video that the desk may see. */
  src: string
  /** Where in it, ms. */
  at: number
  className?: string
  /** Empty where words beside it say what it is. */
  alt?: string
}

/** One picture of a video, taken by the browser: its metadata and that frame are all it loads, and only once in view. */
export function Frame({ src, at, className = 'frame', alt = '' }: FrameProps) {
  const place = useRef<HTMLSpanElement>(null)
  const seen = useSeen(place)
  return (
    <span ref={place} className={className} {...(alt !== '' && { role: 'img', 'aria-label': alt })}>
      {seen && <Still src={src} at={at} />}
    </span>
  )
}

function Still({ src, at }: { src: string; at: number }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = video.current
    if (!element) return
    const seek = () => {
      element.currentTime = Math.min(at / 1000, Math.max(0, element.duration - 0.05))
    }
    if (element.readyState >= 1) seek()
    element.addEventListener('loadedmetadata', seek)
    return () => element.removeEventListener('loadedmetadata', seek)
  }, [at, src])
  return (
    <video
      ref={video}
      src={src}
      preload="metadata"
      muted
      playsInline
      disablePictureInPicture
      tabIndex={-1}
      aria-hidden="true"
    />
  )
}

/** Whether it has been in view, once. */
function useSeen(place: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element || seen) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [place, seen])
  return seen
}
