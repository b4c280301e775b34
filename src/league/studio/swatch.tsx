interface SwatchProps {
  side: { short: string; colour: string | null }
}

/** A side's letters beside its colour: the colour alone says nothing. */
export function Swatch({ side: { short, colour } }: SwatchProps) {
  return (
    <span className="swatch">
      <svg viewBox="0 0 10 10" aria-hidden="true">
        <rect width="10" height="10" fill={colour ?? 'currentColor'} opacity={colour ? 1 : 0.25} />
      </svg>
      {short}
    </span>
  )
}
