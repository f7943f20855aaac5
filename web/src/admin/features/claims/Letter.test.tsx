import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQueryClient } from '@/shared/api';
import { Letter } from './Letter';

const letter = { id: 'f', name: '授权书.pdf', contentType: 'application/pdf', size: 4 };

beforeEach(() => {
  // Whatever the answer says it is: shown is the type that was checked at upload.
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('%PDF', { headers: { 'content-type': 'text/html' } })),
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
      <Letter file={letter} />
    </QueryClientProvider>,
  );
}

it('shows a PDF on the page, as the type that was checked and not as what the answer says', async () => {
  show(true);
  expect(await screen.findByTitle('授权书：授权书.pdf')).toHaveAttribute('src', 'blob:application/pdf');
});

it('says where a browser shows no PDF, and has it saved', async () => {
  show(false);
  expect(await screen.findByText('请点击“下载”查看授权书')).toBeVisible();
  expect(screen.queryByTitle('授权书：授权书.pdf')).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: '下载' })).toBeEnabled();
});
