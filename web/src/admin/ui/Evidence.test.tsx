import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '@/shared/api';
import { Evidence } from './Evidence';

const file = {
  id: 'f',
  name: '财务报表.pdf',
  contentType: 'application/pdf',
  size: 4,
  uploadedAt: '2026-12-01T10:00:00+08:00',
};

beforeEach(() => {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('%PDF', { headers: { 'content-type': 'application/pdf' } })),
  );
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${(blob as Blob).type}`);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'pdfViewerEnabled');
});

function show(viewer: boolean) {
  Object.defineProperty(navigator, 'pdfViewerEnabled', { value: viewer, configurable: true });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Evidence file={file} at="/api/policy/declaration-files" hint="点击文件名" />
    </QueryClientProvider>,
  );
}

it('a PDF is read beside the form', async () => {
  show(true);
  expect(await screen.findByTitle('佐证材料：财务报表.pdf')).toHaveAttribute('src', 'blob:application/pdf');
});

it('where the browser shows no PDF it is said, and saved', async () => {
  show(false);
  expect(await screen.findByText('请点击“下载”查看佐证材料')).toBeVisible();
  expect(screen.getByRole('button', { name: '下载' })).toBeEnabled();
});
