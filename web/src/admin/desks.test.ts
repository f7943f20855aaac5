import { describe, expect, it } from 'vitest';
import type { ManagedProduct } from '@/shared/api';
import { actionsOf } from './features/codes/actions';
import { consolePath } from './features/messages/console-path';
import { productActions } from './features/products/actions';

describe('enterprise codes', () => {
  it('a code in use can be frozen, a frozen one freed, both reissued or revoked, a revoked one nothing', () => {
    expect(actionsOf('ACTIVE')).toEqual(['freeze', 'reissue', 'level', 'revoke']);
    expect(actionsOf('FROZEN')).toEqual(['unfreeze', 'reissue', 'level', 'revoke']);
    expect(actionsOf('REVOKED')).toEqual([]);
  });
});

describe('loan products', () => {
  const product = { status: 'PUBLISHED', pinned: false } as ManagedProduct;
  const byBank = { by: 'BANK', reason: '额度已用完', at: '2026-03-01T02:00:00Z' } as const;

  it('a bank only suspends and resumes its own', () => {
    expect(productActions(product, false)).toEqual(['suspend']);
    expect(productActions({ ...product, status: 'SUSPENDED', suspension: byBank }, false)).toEqual([
      'resume',
    ]);
  });

  it('what the finance office suspended its bank does not put back on sale', () => {
    const suspended: ManagedProduct = {
      ...product,
      status: 'SUSPENDED',
      suspension: { by: 'FINANCE_OFFICE', reason: '利率与公示不符', at: '2026-03-02T02:00:00Z' },
    };
    expect(productActions(suspended, false)).toEqual(['suspend']);
    expect(productActions(suspended, true)).toEqual(['resume']);
    const byBoth = { ...suspended, bankSuspension: byBank };
    expect(productActions(byBoth, false)).toEqual(['lift']);
    expect(productActions(byBoth, true)).toEqual(['lift']);
  });

  it('the finance office also says what stands on the home page', () => {
    expect(productActions(product, true)).toEqual(['pin', 'suspend']);
    expect(productActions({ ...product, pinned: true }, true)).toEqual(['unpin', 'suspend']);
  });

  it('a suspended product is not pinned', () => {
    expect(productActions({ ...product, status: 'SUSPENDED', suspension: byBank }, true)).toEqual([
      'suspend',
      'resume',
    ]);
  });
});

describe('links of messages', () => {
  it('are paths of the console, with or without its base', () => {
    expect(consolePath('/claims/c1')).toBe('/claims/c1');
    expect(consolePath('/admin/claims/c1')).toBe('/claims/c1');
    expect(consolePath('/admin')).toBe('/');
    expect(consolePath('/administration')).toBe('/administration');
  });

  it('never lead away from the platform', () => {
    expect(consolePath('https://example.cn/claims')).toBeUndefined();
    expect(consolePath('//example.cn/claims')).toBeUndefined();
  });
});
