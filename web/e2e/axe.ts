import axe from 'axe-core';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, as rule and elements. */
export async function violations(page: Page): Promise<unknown[]> {
  // Not as a script element: the page's own policy would refuse it, as it should.
  await page.evaluate(axe.source);
  return page.evaluate(async (tags) => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const { violations: found } = await runner.run({ runOnly: tags });
    return found.map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`)]);
  }, TAGS);
}
