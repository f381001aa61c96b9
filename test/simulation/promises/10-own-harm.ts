import type { Check } from './promise.ts'

/** 10. A bad event hurts only itself: nothing sound is set aside with it. */
export const ownHarm: Check = ({ witness, setAsides }) => {
  const poison = new Set(witness.puts.filter((put) => put.poison).map(({ envelope }) => envelope.id))
  return setAsides
    .filter(({ envelope }) => !poison.has(envelope.id))
    .map(
      ({ envelope, fault }) =>
        `${envelope['detail-type']} ${envelope.id} is sound, and was set aside: ${fault.message}`,
    )
}
