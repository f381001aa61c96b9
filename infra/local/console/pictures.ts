import type { HttpRequest } from '../../../shared/app/http.ts'
import { isPictureName, mimeOfPicture, PICTURES } from '../../../shared/domain/pictures/picture.ts'
import { pictureStore } from '../../../shared/pipeline.ts'
import { pictureHeaders } from '../../console/headers.ts'
import type { LocalResponse } from '../server.ts'

/** The picture that a request is for, as CloudFront would have it; undefined: it is for none. */
export function pictureOf({ method, path }: HttpRequest): string | undefined {
  const name = path.startsWith(`/${PICTURES}/`) ? path.slice(PICTURES.length + 2) : ''
  return (method === 'GET' || method === 'HEAD') && isPictureName(name) ? name : undefined
}

/** As CloudFront shows it, of the store of this machine. */
export async function showPicture(name: string, store: string): Promise<LocalResponse> {
  const found = await fetch(`${store}/${pictureStore.bucket}/${PICTURES}/${name}`)
  const headers = { ...pictureHeaders(), 'content-type': found.ok ? mimeOfPicture(name) : 'text/plain; charset=utf-8' }
  if (!found.ok) return { status: 404, headers, body: 'not found' }
  return {
    status: 200,
    headers: { ...headers, 'cache-control': 'public, max-age=31536000, immutable' },
    body: new Uint8Array(await found.arrayBuffer()),
  }
}
