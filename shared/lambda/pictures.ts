import { createS3Client } from '../adapters/aws/clients.ts'
import { createPictures } from '../adapters/aws/pictures.ts'
import { env, required } from './environment.ts'
import { local } from './local.ts'
import { once } from './once.ts'
import { table } from './table.ts'

/** The pictures of emails. */
export const picturesPort = /* @__PURE__ */ once(() =>
  createPictures(table(), createS3Client(local(env().ENDPOINT_STORE)), required('PICTURES_BUCKET')),
)
