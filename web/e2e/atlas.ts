import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** What a person does with the first page, so that the tests read like a story. */
export class AtlasPage {
  readonly page: Page;
  readonly isPhone: boolean;

  constructor(page: Page) {
    this.page = page;
    this.isPhone = (page.viewportSize()?.width ?? 1280) < 960;
  }

  /** Opens the page and waits until it answers. */
  async open(address = '/'): Promise<void> {
    await this.page.goto(address);
    await expect(this.page.locator('html[data-ready]')).toBeAttached();
  }

  /** Opens the page with the map in sight. */
  async openMap(address = '/'): Promise<void> {
    await this.open(address);
    await this.showMap();
  }

  /** Brings the map into sight, and waits until it stands still. */
  async showMap(): Promise<void> {
    if (this.isPhone) await this.page.getByRole('button', { name: 'Karte', exact: true }).click();
    await this.mapIsStill();
  }

  /** Brings the list into sight. */
  async showList(): Promise<void> {
    if (this.isPhone) await this.page.getByRole('button', { name: 'Liste', exact: true }).click();
  }

  async mapIsStill(): Promise<void> {
    await expect(this.page.locator('.map[data-idle]')).toBeAttached({ timeout: 30_000 });
  }

  get canvas(): Locator {
    return this.page.getByRole('application', { name: 'Interaktive Karte' });
  }

  get list(): Locator {
    return this.page.locator('#results').getByRole('list').last();
  }

  get items(): Locator {
    return this.page.locator('#results li[data-slug]');
  }

  get count(): Locator {
    return this.page.locator('#results').getByRole('heading', { level: 2 });
  }

  get panel(): Locator {
    return this.page.getByRole('complementary');
  }

  place(name: string | RegExp): Locator {
    return this.items.getByRole('link', { name });
  }

  /** The names in the list, in order. */
  names(): Promise<string[]> {
    return this.items.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['name'] ?? ''));
  }

  search(name = 'Name, Stadtteil oder Art'): Locator {
    return this.page.getByRole('searchbox', { name });
  }
}

/** Tests in which nothing may leave the house and nothing may go wrong unsaid. */
export const test = base.extend<{ atlas: AtlasPage; unexpected: string[] }>({
  baseURL: async ({}, use) => { await use(process.env['BASE_URL'] ?? ''); },
  unexpected: [
    async ({ page, baseURL }, use) => {
      const unexpected: string[] = [];
      page.on('request', (request) => {
        const url = request.url();
        if (url.startsWith('http') && !url.startsWith(String(baseURL))) unexpected.push(`foreign request: ${url}`);
      });
      page.on('console', (message) => {
        if (message.type() === 'error') unexpected.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => unexpected.push(`error: ${error.message}`));
      await use(unexpected);
      expect(unexpected).toEqual([]);
    },
    { auto: true },
  ],
  atlas: async ({ page }, use) => { await use(new AtlasPage(page)); },
});

export { expect };
