/**
 * A value made when it is first asked for, and kept: what a function sets up once a process. Calls of it are marked
 * `@__PURE__`, so that a bundle leaves out those that its function never asks for, and all that they import.
 */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
