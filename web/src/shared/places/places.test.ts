import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONSOLE, PHONE, PORTAL } from '../../../e2e/pages';
import { isOneOf, PHONE_ALONE, placeOnPhone, PORTAL_ALONE, portalPath } from '.';

const onPhone = Object.keys(PHONE);
const inPortal = Object.keys(PORTAL);
const inConsole = Object.keys(CONSOLE);

describe('the addresses of the portal and of H5', () => {
  it('are the same, or are told of here', () => {
    expect(PORTAL_ALONE.toSorted()).toEqual(inPortal.filter((page) => !PHONE[page]).toSorted());
    expect(PHONE_ALONE.toSorted()).toEqual(onPhone.filter((page) => !PORTAL[page]).toSorted());
  });

  it.each(PORTAL_ALONE)('%s leads H5 to a page that is there', (page) => {
    const place = placeOnPhone(page.replace(/:\w+/, 'x1'))!;
    expect(isOneOf(place.at === 'phone' ? onPhone : inPortal, place.path)).toBe(true);
  });

  it('lead from H5 to a page of the portal that is there, but for what takes a camera', () => {
    const nowhere = PHONE_ALONE.filter((page) => !isOneOf(inPortal, portalPath(page.replace(/:\w+/, 'x1'))));
    expect(nowhere).toEqual(['/scan', '/s/:token']);
  });

  it('keep which of the things it is, and what is asked of the page', () => {
    expect(placeOnPhone('/center/applications/0199-a')).toEqual({
      at: 'phone',
      path: '/my/applications/0199-a',
    });
    expect(placeOnPhone('/center/applications/?status=APPROVED#top')).toEqual({
      at: 'phone',
      path: '/my/applications?status=APPROVED#top',
    });
    expect(placeOnPhone('/search?q=首贷')).toEqual({ at: 'phone', path: '/policies?q=首贷' });
    expect(portalPath('/my/applications/0199-a')).toBe('/center/applications/0199-a');
  });

  it('say of what H5 has not whether a phone shows it', () => {
    expect(placeOnPhone('/notices/n1')).toEqual({ at: 'portal', path: '/notices/n1' });
    expect(placeOnPhone('/my/admission')).toEqual({ at: 'portal', path: '/center/admission' });
    expect(placeOnPhone('/center/openapi')).toEqual({ at: 'computer', path: '/center/openapi' });
    expect(placeOnPhone('/admissions?id=a1')).toEqual({ at: 'computer', path: '/admin/admissions?id=a1' });
    expect(placeOnPhone('/nothing-here')).toBeUndefined();
  });
});

it('the portal leads from what messages name to its own pages, and to no other site', () => {
  expect(portalPath('/my/claims/1')).toBe('/code/claims');
  expect(portalPath('/my/code')).toBe('/code');
  expect(portalPath('/my/admission')).toBe('/center/admission');
  expect(portalPath('/my/consents')).toBe('/code/consents');
  expect(portalPath('/policies/p1')).toBe('/policies/p1');
  expect(portalPath('//evil.example')).toBe('/center');
});

const NOTICES = '../message-service/server/src/main/java/cn/zhengqi/message/notice';

/** Every link that the notices write, with something in the place of what they fill in; `"/claims/"` is followed by an id. */
const links = readdirSync(NOTICES)
  .flatMap((file) => [
    ...readFileSync(join(NOTICES, file), 'utf8').matchAll(
      /"(\/[a-z][\w/-]*(?:\$\{[^}]+\}[\w/-]*)*(?:\?[\w=]+(?:\$\{[^}]+\})?)?)"/g,
    ),
  ])
  .map(([, link]) => link!.replaceAll(/\$\{[^}]+\}/g, 'x1').replace(/\/$/, '/x1'))
  .filter((link, index, all) => all.indexOf(link) === index);

describe('what messages link to', () => {
  it('is found', () => {
    expect(links).toContain('/my/scans');
    expect(links).toContain('/applications/x1');
    expect(links.length).toBeGreaterThan(20);
  });

  it.each(links)('%s opens a page of H5, of the portal, or says which page of the console it is', (link) => {
    if (isOneOf(onPhone, link)) return;
    const place = placeOnPhone(link)!;
    expect(place).toBeDefined();
    if (place.path.startsWith('/admin/'))
      expect(isOneOf(inConsole, place.path.slice('/admin'.length))).toBe(true);
    else expect(isOneOf(place.at === 'phone' ? onPhone : inPortal, place.path)).toBe(true);
  });

  it.each(links)('%s opens a page of the portal or of the console', (link) => {
    expect(isOneOf(inPortal, portalPath(link)) || isOneOf(inConsole, link)).toBe(true);
  });
});
