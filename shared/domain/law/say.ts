/** `2 h 59`, `45 min`, `4 h`. */
export function span(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

export function lateness(minutes: number): string {
  if (minutes === 0) return 'on time'
  return minutes > 0 ? `${span(minutes)} late` : `${span(-minutes)} early`
}
