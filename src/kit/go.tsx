import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect } from 'react'

interface GoProps {
  /** Below /studio: `/stories/7`. */
  to: string
  className?: string
  children: ReactNode
  'aria-label'?: string
}

export function Go({ to, ...rest }: GoProps) {
  return <Link to={to} preload="intent" {...rest} />
}

/** As a press of its link does. */
export function useGo(): (to: string) => void {
  const navigate = useNavigate()
  return useCallback((to) => void navigate({ to }), [navigate])
}

/** Where something that was made or removed leads: there is nothing left to lose here, and nothing is asked. */
export function useGoOn(): (to: string, replace?: boolean) => void {
  const navigate = useNavigate()
  return useCallback((to, replace = false) => void navigate({ to, replace, ignoreBlocker: true }), [navigate])
}

/** A parameter of the address, so that a filtered list can be linked, reloaded and gone back to. */
export function useAddressWord(name: string, otherwise = ''): [string, (value: string) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const value = search[name]
  const set = useCallback(
    (next: string) => {
      void navigate({
        to: '.',
        replace: true,
        search: (before: Record<string, unknown>) => ({
          ...before,
          [name]: next === otherwise ? undefined : next,
        }),
      })
    },
    [navigate, name, otherwise],
  )
  return [typeof value === 'string' && value !== '' ? value : otherwise, set]
}

/** Names the window, and tells a screen reader which screen has come. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Studio' : `${title} · Studio`
  }, [title])
}
