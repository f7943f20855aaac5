import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { ReceiptCheck, ReportCheck as Check } from '../api';
import { answerWith, json, problem } from '../test/http';
import { overPlainHttp } from '../test/plainHttp';
import { renderAt } from '../test/render';
import { fileHash, ReportCheck } from './ReportCheck';
import css from './ReportCheck.module.css';

const NUMBER = 'GH20261127-7K3M9QXWAB';
const PATH = `GET /api/match/report-checks/${NUMBER}`;

const check: Check = {
  number: NUMBER,
  enterpriseName: '重庆****公司',
  asOf: '2026-11-27',
  issuedAt: '2026-11-27T10:00:00+08:00',
  genuine: true,
  fingerprint: '0123456789abcdef'.repeat(4),
  signature: {
    algorithm: 'ECDSA P-256 SHA-256',
    keyId: '00000000',
    publicKey: 'MFk',
    signedText: 'zhengqi planning report 1',
    value: 'AAAA',
  },
};

const show = (query = '') =>
  renderAt(
    `/report-check${query}`,
    <ReportCheck
      notice={(text) => <p role="alert">{text}</p>}
      picker={({ label, accept, onChoose }) => (
        <input
          type="file"
          aria-label={label}
          accept={accept}
          onChange={(event) => onChoose(event.target.files![0]!)}
        />
      )}
    />,
  );

it('a typed number is looked up, and what is told is enough to compare a paper with', async () => {
  answerWith({ [PATH]: json(check) });
  show();
  await userEvent.type(screen.getByLabelText('报告或回执编号'), `${NUMBER} `);
  await userEvent.click(screen.getByRole('button', { name: '核验' }));

  expect(await screen.findByText('本平台出具过这份报告，登记的签名有效（未核验文件）')).toBeInTheDocument();
  expect(screen.getByText('重庆****公司')).toBeInTheDocument();
  expect(screen.getByText('0123 4567 89ab cdef')).toBeInTheDocument();
});

it('a name of which nothing but its end is shown is said to be covered, not broken', async () => {
  answerWith({ [PATH]: json({ ...check, enterpriseName: '****公司' }) });
  show();
  await userEvent.type(screen.getByLabelText('报告或回执编号'), NUMBER);
  await userEvent.click(screen.getByRole('button', { name: '核验' }));

  expect(await screen.findByText('****公司')).toBeInTheDocument();
  expect(screen.getByText('企业（名称已遮盖）')).toBeInTheDocument();
});

it('until a number is given, the page says what can be checked and what for', async () => {
  answerWith({ [PATH]: json(check) });
  show();
  expect(screen.getByText('扫描封面上的二维码')).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText('报告或回执编号'), NUMBER);
  await userEvent.click(screen.getByRole('button', { name: '核验' }));
  await screen.findByText('重庆****公司');
  expect(screen.queryByText('扫描封面上的二维码')).toBeNull();
});

it('a scanned code says at once whether the fingerprint on the paper is the right one', async () => {
  const requests = answerWith({ [PATH]: json({ ...check, printed: 'CHANGED' }) });
  show(`?number=${NUMBER}&print=ffffffffffffffff`);

  const result = await screen.findByRole('region', { name: '核验结果' });
  expect(result.firstElementChild).toHaveTextContent('二维码中的指纹与编号不符，请勿采信');
  expect(screen.getByText(/^编号本身属实：本平台出具过这份报告，登记的签名有效，/)).toBeInTheDocument();
  expect(requests[0]!.url.toString()).toContain('printed=ffffffffffffffff');
});

it('a fingerprint that fits is not taken for words that were compared', async () => {
  answerWith({ [PATH]: json({ ...check, printed: 'SAME', content: 'SAME' }) });
  show(`?number=${NUMBER}&print=0123456789abcdef`);

  expect(await screen.findByText(/只核对了指纹，没有核对纸面或文件上的文字/)).toBeInTheDocument();
  expect(screen.getByText('平台留存的内容与签名时的摘要一致')).toBeInTheDocument();
  expect(screen.queryByText('内容一致')).toBeNull();
});

it('where the content is gone it is said that the signature alone was verified', async () => {
  answerWith({ [PATH]: json(check) });
  show(`?number=${NUMBER}`);

  expect(await screen.findByText('平台已不再留存内容，只核对了签名')).toBeInTheDocument();
});

it('of a file only its hash is sent, and the verdict stands beside its name', async () => {
  const requests = answerWith({ [PATH]: [json(check), json({ ...check, file: 'SAME' })] });
  show(`?number=${NUMBER}`);
  const file = new File(['abc'], '规划报告.pdf', { type: 'application/pdf' });
  await userEvent.upload(await screen.findByLabelText('核验 PDF 文件是否被改动'), file);

  expect(await screen.findByText('与平台出具的文件逐字节一致')).toBeInTheDocument();
  expect(requests[1]!.url.toString()).toContain(
    'file=ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  expect(await fileHash(file)).toMatch(/^ba7816bf/);
});

it('of a file that was changed the first word is that it is not genuine, and what is true of the number comes after', async () => {
  answerWith({
    [PATH]: [json(check), json({ ...check, file: 'CHANGED' }), json({ ...check, file: 'SAME' })],
  });
  show(`?number=${NUMBER}`);
  const choose = async (name: string) =>
    userEvent.upload(
      await screen.findByLabelText('核验 PDF 文件是否被改动'),
      new File([name], `${name}.pdf`, { type: 'application/pdf' }),
    );
  const verdict = () => screen.getByRole('region', { name: '核验结果' }).firstElementChild;
  await choose('改过的');
  expect(await screen.findByText('不是平台出具的文件，或已被改动')).toBeInTheDocument();
  expect(verdict()).toHaveTextContent('所选文件不是平台出具的文件，或已被改动，请勿采信');
  expect(verdict()).toHaveClass(css.changed!);
  expect(screen.getByText(/^编号本身属实：本平台出具过这份报告/)).toBeInTheDocument();

  await choose('原件');
  expect(await screen.findByText('与平台出具的文件逐字节一致')).toBeInTheDocument();
  expect(verdict()).toHaveTextContent(/^本平台出具过这份报告，登记的签名有效$/);
  expect(screen.queryByText(/编号本身属实/)).toBeNull();
});

it('where to choose a file is said without a direction: it is below on a phone and beside it on a desktop', async () => {
  answerWith({ [PATH]: json(check) });
  show(`?number=${NUMBER}`);
  expect(await screen.findByText(/您手中的文件是不是原件，请选择文件核验/)).not.toHaveTextContent(
    /下方|右侧/,
  );
});

it('over plain http a browser reckons no hash: no file is asked for, and why is said', async () => {
  overPlainHttp();
  answerWith({ [PATH]: json(check) });
  show(`?number=${NUMBER}`);

  expect(await screen.findByText('本平台出具过这份报告，登记的签名有效（未核验文件）')).toBeInTheDocument();
  expect(screen.getByText(/浏览器不能在本机核验文件/)).toBeInTheDocument();
  expect(screen.queryByLabelText('核验 PDF 文件是否被改动')).toBeNull();
});

it('a record that does not stand up to its signature is told, and a number that is none too', async () => {
  answerWith({ [PATH]: json({ ...check, genuine: false }) });
  const { unmount } = show(`?number=${NUMBER}`);
  expect(await screen.findByText('平台的记录与签名不符，请勿采信')).toBeInTheDocument();
  unmount();

  answerWith({
    [PATH]: problem(404, 'NOT_FOUND', { detail: `没有编号为 ${NUMBER} 的规划报告，请核对编号` }),
  });
  show(`?number=${NUMBER}`);
  expect(await screen.findByRole('alert')).toHaveTextContent('请核对编号');
});

it.each(['<img src=x onerror=alert(1)>', '贷款通知书', 'GH20261127-7K3M9QXWA'])(
  'what is no number at all is told as it was typed, and nobody is asked for it: %s',
  async (typed) => {
    const sent = answerWith({});
    show();
    await userEvent.type(screen.getByLabelText('报告或回执编号'), typed);
    await userEvent.click(screen.getByRole('button', { name: '核验' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(`“${typed}”不是报告或回执的编号`);
    expect(sent).toHaveLength(0);
  },
);

it('a number typed in small letters, with blanks and with letters for digits is asked for', async () => {
  answerWith({ 'GET /api/match/report-checks/gh20261127-7k3m9%20qxwlo': json(check) });
  show('?number=gh20261127-7k3m9 qxwlo');
  expect(await screen.findByText(/本平台出具过这份报告/)).toBeInTheDocument();
});

it('the number of a receipt is asked where receipts are, and what was handed in is told', async () => {
  const receipt: ReceiptCheck = {
    ...check,
    number: 'HZ20261128-7K3M9QXWAB',
    declarationNumber: 'SB20261128000001',
    projectTitle: '创新型中小企业评价',
    submittedAt: '2026-11-28T09:00:00+08:00',
  };
  delete (receipt as Partial<Check>).asOf;
  answerWith({ 'GET /api/policy/receipt-checks/hz20261128-7K3M9QXWAB': json(receipt) });
  show('?number=hz20261128-7K3M9QXWAB');

  expect(await screen.findByText('本平台出具过这份回执，登记的签名有效（未核验文件）')).toBeInTheDocument();
  expect(screen.getByText('创新型中小企业评价')).toBeInTheDocument();
  expect(screen.queryByText('数据截至')).toBeNull();
});
