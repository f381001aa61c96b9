/** The internals of dynalite that we use, which it does not declare. */

declare module 'dynalite/db/index.js' {
  export type Attributes = Record<string, unknown>
  export type Callback<T> = (error: Error | null, value?: T) => void

  export interface Change {
    type: 'put' | 'del'
    key: string
    value?: Attributes
  }

  export interface Table {
    TableName: string
    TableStatus: string
  }

  /** Values by key, under a prefix of the one database. */
  export interface Section {
    get(key: string, callback: Callback<Attributes>): void
    put(key: string, value: Attributes, callback: Callback<void>): void
    del(key: string, callback: Callback<void>): void
    lock(key: string, run: (release: <F>(callback: F) => F) => void): void
  }

  export interface Store {
    options: object
    db: {
      open(): Promise<void>
      batch(changes: Change[]): Promise<void>
      put(key: string, value: Attributes): Promise<void>
      iterator(range: { gte: string; lt: string }): AsyncIterable<[string, Attributes]>
      close(): Promise<void>
    }
    tableDb: Section
    getTable(name: string, checkStatus: boolean, callback: Callback<Table>): void
    getTable(name: string, callback: Callback<Table>): void
    getItemDb(table: string): Section
    getIndexDb(kind: string, table: string, index: string): Section
  }

  export function create(options: { path?: string | undefined; createTableMs: number }): Store
  export function validateKey(key: Attributes, table: Table): Error | null | undefined
  export function validateItem(item: Attributes, table: Table): Error | null | undefined
  export function createKey(item: Attributes, table: Table): string
  export function itemSize(item: Attributes): number
}

declare module 'dynalite/validations/index.js' {
  export function checkTypes(data: object, types: object): Record<string, unknown>
  export function checkValidations(data: object, types: object, custom: unknown, store: object): void
}
