/** Which of `places` a text belongs to: FNV-1a, which is cheap, even and never changes. */
export function spread(text: string, places: number): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0) % places
}
