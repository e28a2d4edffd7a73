import { expect, type Page } from '@playwright/test';

const BACKEND = 'http://127.0.0.1:7007';

/** A runbook, as far as the tests look. */
export interface StoredRunbook {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly content: string;
}

/** The HTTP API of runbooks, for whoever is signed in to the demo. */
export class RunbooksApi {
  readonly #token: string;

  static async signIn(): Promise<RunbooksApi> {
    const response = await fetch(`${BACKEND}/api/auth/guest/refresh`, {
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await response.json();
    return new RunbooksApi(backstageIdentity.token);
  }

  private constructor(token: string) {
    this.#token = token;
  }

  call(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${BACKEND}/api/runbooks/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async read<T = any>(method: string, path: string, body?: object): Promise<T> {
    const response = await this.call(method, path, body);
    expect(response.ok, `${method} ${path}: ${response.status}`).toBe(true);
    return response.json();
  }

  create(runbook: {
    readonly title: string;
    readonly content: string;
    readonly entityRef?: string;
    readonly state?: 'draft' | 'published';
  }): Promise<StoredRunbook> {
    return this.read('POST', '/runbooks', {
      entityRef: 'component:default/gift-cards',
      state: 'draft',
      ...runbook,
    });
  }

  get(id: string): Promise<StoredRunbook> {
    return this.read('GET', `/runbooks/${id}`);
  }

  /** The runbooks of the demo are written while it starts. */
  async untilWritten(title: string): Promise<StoredRunbook> {
    let found: StoredRunbook | undefined;
    await expect
      .poll(
        async () => {
          const { items } = await this.read(
            'GET',
            `/runbooks?limit=200&q=${encodeURIComponent(title)}`,
          );
          found = items.find((item: StoredRunbook) => item.title === title);
          return found !== undefined;
        },
        { timeout: 120_000 },
      )
      .toBe(true);
    return found!;
  }

  async importZip(zip: ArrayBuffer): Promise<any> {
    const response = await fetch(`${BACKEND}/api/runbooks/v1/import`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/zip',
      },
      body: zip,
    });
    expect(response.ok, await response.clone().text()).toBe(true);
    return response.json();
  }

  async archive(id: string): Promise<void> {
    await this.call('DELETE', `/runbooks/${id}`);
  }
}

/** Goes to another page of the portal without loading it anew. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(to => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

/** The text of the editor. */
export function editorOf(page: Page) {
  return page.getByRole('textbox', { name: 'Text of the runbook in Markdown' });
}

/** Writes behind a line of the editor, as a person does. */
export async function writeBehind(page: Page, line: string, text: string) {
  await editorOf(page).getByText(line, { exact: true }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(text);
}
