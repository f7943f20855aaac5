import { expect, test as base } from '@playwright/test';
import { Visitor } from './visitor';

export { expect };

interface Fixtures {
  /** A visitor with a browser of their own; what any of them was told in the console fails the journey at the end. */
  visitor: () => Promise<Visitor>;
}

export const test = base.extend<Fixtures>({
  visitor: async ({ browser }, run, testInfo) => {
    const visitors: Visitor[] = [];
    await run(async () => {
      const context = await browser.newContext();
      const visitor = new Visitor(await context.newPage());
      visitors.push(visitor);
      return visitor;
    });
    const complaints = visitors.flatMap((one) => one.unexpected());
    const stuck = testInfo.errors.length ? await Promise.all(visitors.map((one) => one.standsAt())) : [];
    await Promise.all(visitors.map((one) => one.page.context().close()));
    expect.soft(complaints, 'errors in the browser console').toEqual([]);
    // Of a run on another machine nothing is left but what it printed.
    if (stuck.length) throw new Error(`the pages of the visitors, when it failed:\n${stuck.join('\n')}`);
  },
});
