import { expect, type Page } from '@playwright/test';

const CONTROL = 'http://127.0.0.1:7100/control';

/** A service of the make-believe company. */
export interface CompanyService {
  readonly name: string;
  readonly role: string;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Makes something happen at the make-believe company, now. */
export async function incident(body: Record<string, unknown>) {
  const response = await fetch(`${CONTROL}/incidents`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect(response.ok, await response.text()).toBe(true);
}

/** A service of the company that fits. */
export async function serviceWhere(
  fits: (service: CompanyService) => boolean,
): Promise<string> {
  const response = await fetch(`${CONTROL}/state?services`);
  const { services } = await response.json();
  return services.find(fits).name;
}

/** Looks for services on the board. */
export async function search(page: Page, text: string) {
  await page.goto(`/callboard?q=${encodeURIComponent(text)}`);
}

/** The row of a service. */
export function rowOf(page: Page, name: string) {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) });
}
