import { expect, it } from 'vitest';
import { portalPath } from './MessagePage';

it('addresses in messages become pages of the portal', () => {
  expect(portalPath('/my/applications/0199-a')).toBe('/center/applications/0199-a');
  expect(portalPath('/my/claims/1')).toBe('/code/claims');
  expect(portalPath('/my/code')).toBe('/code');
  expect(portalPath('/my/admission')).toBe('/center/admission');
  expect(portalPath('/my/scans')).toBe('/code/scans');
  expect(portalPath('/my/members')).toBe('/center/members');
  expect(portalPath('//evil.example')).toBe('/center');
});
