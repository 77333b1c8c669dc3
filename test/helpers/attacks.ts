import type { Page } from 'playwright-core'
import type { Reply } from '../../src/reply/reply.js'
import { letter } from './letters.js'

/** Texts that call `attack()` where a page takes them for HTML, for a template or for an address. */
export const ATTACKS: readonly string[] = [
  '<img src=x onerror=attack()>',
  '<script>attack()</script>',
  '"><svg onload=attack()>',
  "'><iframe srcdoc='<script>parent.attack()</script>'></iframe>",
  '<a href="javascript:attack()">点我</a>',
  '<details open ontoggle=attack()>',
  '<style>@import url(//evil.example/x.css);</style>',
  '__ais-highlight__<img src=x onerror=attack()>__/ais-highlight__',
  '&lt;img src=x onerror=attack()&gt;',
  '{{attack()}}<%= attack() %>#{attack()}',
  'javascript:attack()',
  '<math><mtext></form><form><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=attack() src=x>">',
  '\u202e<b onmouseover=attack()>؜</b>',
  '<custom-element onclick=attack()></custom-element>',
]

/** Letters that attack by everything that a page shows of them; each is found by 攻击. */
export const ATTACKING: readonly Reply[] = ATTACKS.map((attack, i) =>
  letter(
    `x-${i}/${attack}`,
    {
      issuer: attack,
      category: 'A',
      date: '2025-01-01',
      recipients: [attack],
      proposals: [{ kind: '提案', number: `${i}${attack}`, title: `关于${attack}的提案`, session: attack }],
    },
    [{ title: attack, paragraphs: [`攻击 ${attack} 攻击《${attack}条例》`] }],
  ),
)

/** Counts calls of `attack()`; to be added before the page is opened. */
export async function watchAttacks(page: Page): Promise<void> {
  await page.addInitScript('window.attacks = 0; window.attack = () => { window.attacks++ }')
}

/** What of the attacks has come to life: calls, and elements or attributes that only they would make, in shadows too. */
export function liveNodes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const live: string[] = []
    const calls = (window as unknown as { attacks: number }).attacks
    if (calls > 0) live.push(`${calls} calls`)
    const odd = 'img, iframe, math, style:not(head *), custom-element, script:not([type], [src])'
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.shadowRoot) visit(element.shadowRoot)
        const handler = element.getAttributeNames().find((name) => name.startsWith('on'))
        const address = element.getAttribute('href') ?? ''
        if (handler || /^\s*javascript:/i.test(address) || element.matches(odd)) live.push(element.outerHTML)
      }
    }
    visit(document)
    return live
  })
}
