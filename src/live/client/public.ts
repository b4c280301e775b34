/** Adds to the server's time of an event the same in the reader's own zone, where that differs. */
class EventTime extends HTMLElement {
  connectedCallback(): void {
    this.show()
    // A push puts the server's markup back: say it again after each.
    document.addEventListener('pressbox:region', this.show)
  }

  disconnectedCallback(): void {
    document.removeEventListener('pressbox:region', this.show)
  }

  readonly show = (): void => {
    const time = this.querySelector('time')
    const at = new Date(time?.dateTime ?? NaN)
    if (!time || Number.isNaN(at.getTime())) return
    const here = hereAt(at)
    const own = this.querySelector('small') ?? this.appendChild(document.createElement('small'))
    const text = time.textContent?.includes(here.time) ? '' : `${here.day} ${here.time} where you are`
    if (own.textContent !== text) own.textContent = text
  }
}

/** As the page's language writes it, with the name of the zone, so that the same zone is recognised by it. */
function hereAt(at: Date): { day: string; time: string } {
  const language = document.documentElement.lang || undefined
  return {
    day: at.toLocaleDateString(language, { weekday: 'long' }),
    time: at.toLocaleTimeString(language, { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' }),
  }
}

/** Only in a page that is there as a whole: while it is parsed, an element begins without what stands in it. */
export const showEventTimes = (): void => customElements.define('event-time', EventTime)
