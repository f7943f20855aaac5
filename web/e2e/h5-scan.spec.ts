import { filmOf, withCamera } from './camera';
import { expect, test } from './journey';
import { ENTERPRISES } from './platform';
import { Visitor } from './visitor';

test('an officer holds the phone before a code, and the camera reads it', async ({ visitor, playwright }) => {
  const officer = await visitor();
  await officer.signIn('guanyuan', '/m/scan');
  const signedIn = await officer.page.context().storageState();
  const owner = await visitor();
  await owner.signIn('qiye107', '/m/my/code');
  const shown = owner.page.getByRole('img', { name: '企业码动态二维码' });
  await expect(shown).toBeVisible();

  const film = test.info().outputPath('camera.y4m');
  await filmOf(owner.page, await shown.screenshot(), film);
  const { launchOptions, baseURL, viewport, isMobile, hasTouch, locale } = test.info().project.use;
  const phone = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), ...withCamera(film)],
  });
  try {
    const context = await phone.newContext({
      baseURL,
      viewport,
      isMobile,
      hasTouch,
      locale,
      storageState: signedIn,
      permissions: ['camera'],
    });
    const holder = new Visitor(await context.newPage());
    await holder.page.goto('/m/scan');
    await holder.sees(ENTERPRISES.qiye107);
    await expect(holder.page.getByText('本次查看已留痕')).toBeVisible();
    await holder.accessible();
    expect(holder.unexpected()).toEqual([]);
  } finally {
    await phone.close();
  }
});
