import { expect, test } from 'vitest'
import { beginDraft, inConsole, saved } from '../support/in-console.ts'

/** An email begun from nothing, as somebody does who types at once and presses Enter. */

const { inBrowser, wingback } = await inConsole('--empty', '--rulebook', 'campaigns')

inBrowser('a new email', () => {
  test('is made in each language, wants a subject, and an email that campaigns send is missed when it is taken out', async () => {
    const li = await wingback.as('li')
    const draft = await beginDraft(li, 'A weekend idea')
    await li.getByRole('button', { name: 'New email' }).click()
    await li.getByText('It is made in each language').waitFor()
    await li.getByRole('textbox', { name: 'Its name in files' }).and(li.locator(':focus')).waitFor()
    await li.keyboard.type('a-gift')
    await li.keyboard.press('Enter')
    await li.getByText('There is one of this name.').waitFor()
    await li.keyboard.press('ControlOrMeta+a')
    await li.keyboard.type('weekend-idea')
    await li.keyboard.press('Enter')
    await li.getByRole('heading', { name: 'templates/weekend-idea/en.mjml' }).waitFor()
    await saved(li)
    await li.getByText('has no subject').first().waitFor()

    await li.goto(draft)
    await li.getByRole('link', { name: 'templates/weekend-idea/zh-CN.mjml' }).waitFor()
    for (const language of ['en', 'zh-CN'])
      await li.getByRole('button', { name: `Remove: templates/birthday/${language}.mjml` }).click()
    await li.getByText('no template is called "birthday"').first().waitFor()
    await li.getByRole('button', { name: 'Take the change back: templates/birthday/en.mjml' }).click()
    await li.getByText('no template is called "birthday"').first().waitFor({ state: 'detached' })
  }, 120_000)

  test('is made from the Chinese console, and opens in Chinese', async () => {
    const li = await wingback.as('li', { language: 'zh-CN' })
    const { draft } = (await wingback.run.call('POST', '/v1/drafts', { name: '周末灵感' })) as { draft: { id: string } }
    await li.goto(`/drafts/${draft.id}`)
    await li.getByRole('button', { name: '新建邮件' }).click()
    await li.getByRole('textbox', { name: '文件中的名称' }).and(li.locator(':focus')).waitFor()
    await li.keyboard.type('second-idea')
    await li.keyboard.press('Enter')
    await li.getByRole('heading', { name: 'templates/second-idea/zh-CN.mjml' }).waitFor()
    await li.getByText('没有主题').first().waitFor()
    const { texts } = (await wingback.run.call('GET', `/v1/drafts/${draft.id}`)) as { texts: Record<string, string> }
    expect(Object.keys(texts)).toEqual(['templates/second-idea/en.mjml', 'templates/second-idea/zh-CN.mjml'])
  }, 120_000)
})
