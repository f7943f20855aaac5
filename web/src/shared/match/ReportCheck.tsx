import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { api, problemText, type ReceiptCheck, type ReportCheck as PlanCheck } from '../api';
import { dateTimeText, Icon, longDate } from '../ui';
import { Fold } from '../ui/Fold';
import css from './ReportCheck.module.css';

/** Only in secure contexts, and a test site may be plain http. */
const hashes = () => !!crypto.subtle;

/** SHA-256 of a file, reckoned in the browser: the file goes nowhere. */
export async function fileHash(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(await file.arrayBuffer()));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Verdict = 'SAME' | 'CHANGED';
type Check = PlanCheck | ReceiptCheck;

/** Receipts of declarations begin with HZ, planning reports with GH. */
const isReceipt = (number: string) => /^\s*HZ/i.test(number);
/** As it is written, or as people type it: in small letters, with blanks, and with letters for the digits that they look like. */
const isNumber = (typed: string) => /^(GH|HZ)\d{8}-[0-9A-TV-Z]{10}$/i.test(typed.replace(/\s/g, ''));
const nameOf = (check: Check) => ('asOf' in check ? '报告' : '回执');

const marks = {
  SAME: { className: css.same, icon: 'check' },
  CHANGED: { className: css.changed, icon: 'warning' },
} as const;

/** What was compared with what; a person must not take one for another. */
const words = {
  content: {
    SAME: '平台留存的内容与签名时的摘要一致',
    CHANGED: '平台留存的内容与签名时的摘要不一致',
  },
  printed: {
    SAME: '二维码中的指纹与编号相符（只核对了指纹，没有核对纸面或文件上的文字）',
    CHANGED: '二维码中的指纹与编号不符',
  },
  file: {
    SAME: '与平台出具的文件逐字节一致',
    CHANGED: '不是平台出具的文件，或已被改动',
  },
} as const;

/** Chooses a file with the control that the app has for it; its label names it. */
export type FilePicker = (props: {
  label: string;
  accept: string;
  onChoose: (file: File) => void;
}) => ReactNode;

/** Anybody checks a report or a receipt by its number, a printed copy by the fingerprint, a file by choosing it. */
export function ReportCheck({ notice, picker }: { notice: (text: string) => ReactNode; picker: FilePicker }) {
  const [params, setParams] = useSearchParams();
  const number = params.get('number') ?? '';
  const printed = params.get('print') ?? undefined;
  const [typed, setTyped] = useState(number);
  const [file, setFile] = useState<{ name: string; hash: string }>();
  const [unreadable, setUnreadable] = useState(false);
  const field = useId();
  const mayBe = isNumber(number);
  const query = useQuery({
    enabled: mayBe,
    queryKey: ['report-check', number, printed, file?.hash],
    queryFn: ({ signal }): Promise<Check> => {
      const asked = {
        path: { number: number.replace(/\s/g, ' ') },
        query: { printed, file: file?.hash },
        signal,
      };
      return isReceipt(number)
        ? api.get('/api/policy/receipt-checks/{number}', asked)
        : api.get('/api/match/report-checks/{number}', asked);
    },
    placeholderData: (before) => (before?.number === number ? before : undefined),
    retry: false,
  });

  const choose = async (blob: File) => {
    setUnreadable(false);
    try {
      setFile({ name: blob.name, hash: await fileHash(blob) });
    } catch {
      setUnreadable(true);
    }
  };

  return (
    <div className={css.check}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          setFile(undefined);
          setParams({ number: typed.trim() });
        }}
      >
        <label htmlFor={field}>报告或回执编号</label>
        <div>
          <input
            id={field}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="如 GH20261127-7K3M9QXWAB"
            autoComplete="off"
            spellCheck={false}
            required
          />
          <button type="submit">核验</button>
        </div>
      </form>
      {number === '' && <Ways />}
      <div aria-live="polite" aria-busy={query.isFetching}>
        {number !== '' &&
          !mayBe &&
          notice(
            `“${number}”不是报告或回执的编号，请核对：编号如 GH20261127-7K3M9QXWAB，以 GH（规划报告）或 HZ（提交回执）开头`,
          )}
        {query.error && notice(problemText(query.error))}
        {query.data && (
          <>
            {/* Until the answer for another file is there, what is known is of no file. */}
            <Result check={query.isPlaceholderData ? { ...query.data, file: undefined } : query.data} />
            <div className={css.file}>
              <h2>核验 PDF 文件是否被改动</h2>
              {hashes() ? (
                <>
                  {picker({
                    label: '核验 PDF 文件是否被改动',
                    accept: 'application/pdf',
                    onChoose: (blob) => void choose(blob),
                  })}
                  <p>文件只在本机计算摘要，不会上传。</p>
                </>
              ) : (
                <p>当前网址没有加密（http），浏览器不能在本机核验文件。以上按编号核验的结果不受影响。</p>
              )}
              {unreadable && notice('无法读取这个文件，请重新选择')}
              {file && query.data.file && !query.isPlaceholderData && (
                <p>
                  {file.name} <Told about="file" verdict={query.data.file} />
                </p>
              )}
            </div>
          </>
        )}
      </div>
    </div>
  );
}

/** What can be checked and what for, until a number is given. */
function Ways() {
  return (
    <ul className={css.ways}>
      <li>
        <Icon name="scan" size={24} />
        <div>
          <b>扫描封面上的二维码</b>
          <p>直接打开本页，并核对二维码中的指纹。</p>
        </div>
      </li>
      <li>
        <Icon name="search" size={24} />
        <div>
          <b>输入编号</b>
          <p>编号在封面和每页的页眉上：规划报告以 GH 开头，提交回执以 HZ 开头。</p>
        </div>
      </li>
      <li>
        <Icon name="file" size={24} />
        <div>
          <b>选择 PDF 文件</b>
          <p>查到编号后可以核验文件是否被改动，文件不会上传。</p>
        </div>
      </li>
    </ul>
  );
}

/** What is not as it was issued, the worst first: what somebody holds is not genuine because its number is. */
function against({ genuine, content, file, printed }: Check): string | undefined {
  if (!genuine || content === 'CHANGED') return '平台的记录与签名不符，请勿采信';
  if (file === 'CHANGED') return '所选文件不是平台出具的文件，或已被改动，请勿采信';
  if (printed === 'CHANGED') return '二维码中的指纹与编号不符，请勿采信';
  return undefined;
}

function Result({ check }: { check: Check }) {
  const fault = against(check);
  const issued = `本平台出具过这份${nameOf(check)}，登记的签名有效`;
  return (
    <section className={css.result} aria-label="核验结果">
      <p className={fault ? css.changed : css.same}>
        <Icon name={fault ? 'warning' : 'check'} size={22} />
        {fault ?? `${issued}${check.file ? '' : '（未核验文件）'}`}
      </p>
      {fault && check.genuine && check.content !== 'CHANGED' && (
        <p>
          编号本身属实：{issued}，但不能说明您手中的{check.file === 'CHANGED' ? '文件' : '纸件'}是原件。
        </p>
      )}
      <p className={css.scope}>
        签名核对的是编号、企业、出具时间和内容摘要。
        {hashes() && '您手中的文件是不是原件，请选择文件核验；'}纸面文字请与出具方提供的文件对照。
      </p>
      <dl>
        <div>
          <dt>{nameOf(check)}编号</dt>
          <dd className="zq-num">{check.number}</dd>
        </div>
        <div>
          <dt>企业（名称已遮盖）</dt>
          <dd>{check.enterpriseName}</dd>
        </div>
        <div>
          <dt>出具时间</dt>
          <dd>{dateTimeText(check.issuedAt)}</dd>
        </div>
        {'asOf' in check ? (
          <div>
            <dt>数据截至</dt>
            <dd>{longDate(check.asOf)}</dd>
          </div>
        ) : (
          <>
            <div>
              <dt>申报项目</dt>
              <dd>{check.projectTitle}</dd>
            </div>
            <div>
              <dt>申报编号</dt>
              <dd className="zq-num">{check.declarationNumber}</dd>
            </div>
            <div>
              <dt>提交时间</dt>
              <dd>{dateTimeText(check.submittedAt)}</dd>
            </div>
          </>
        )}
        <div>
          <dt>内容指纹</dt>
          <dd className="zq-num">
            {check.fingerprint.slice(0, 16).replace(/(.{4})(?!$)/g, '$1 ')}
            {check.printed && <Told about="printed" verdict={check.printed} />}
          </dd>
        </div>
        <div>
          <dt>留存内容</dt>
          <dd>
            {check.content ? (
              <Told about="content" verdict={check.content} />
            ) : (
              '平台已不再留存内容，只核对了签名'
            )}
          </dd>
        </div>
      </dl>
      <Fold title="自行验签">
        <dl className={css.signature}>
          <dt>算法</dt>
          <dd>{check.signature.algorithm}</dd>
          <dt>公钥</dt>
          <dd>{check.signature.publicKey}</dd>
          <dt>签名原文</dt>
          <dd>{check.signature.signedText}</dd>
          <dt>签名</dt>
          <dd>{check.signature.value}</dd>
        </dl>
      </Fold>
    </section>
  );
}

function Told({ about, verdict }: { about: keyof typeof words; verdict: Verdict }) {
  const { className, icon } = marks[verdict];
  return (
    <b className={className}>
      <Icon name={icon} size={18} />
      {words[about][verdict]}
    </b>
  );
}
