import type { Picture } from '../../domain/pictures/picture.ts'
import type { Pictures } from '../../ports/index.ts'

export function createMemoryPictures(): Pictures {
  const pictures = new Map<string, Picture>()
  return {
    async put(picture) {
      if (pictures.has(picture.name)) return 'known'
      pictures.set(picture.name, { ...picture })
      return 'kept'
    },
    async list({ cursor, limit }) {
      const newest = [...pictures.values()].sort((a, b) => b.uploadedAt - a.uploadedAt || (a.name < b.name ? 1 : -1))
      const from = cursor === undefined ? 0 : newest.findIndex(({ name }) => name === cursor) + 1
      const page = newest.slice(from, from + limit)
      return { pictures: page, cursor: from + limit < newest.length ? page.at(-1)!.name : undefined }
    },
  }
}
