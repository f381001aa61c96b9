import type { ApiRequest } from './http.ts'

/** Who asks for a change: the caller as AWS knows it, else what the request says of itself. */
export function whoOf(request: Pick<ApiRequest, 'caller'>, said: string | undefined): string {
  return request.caller ?? said ?? 'unknown'
}
