import { useBrand } from '@/shared/brand';
import { Icon, Motif, type IconName } from '@/shared/ui';
import { ButtonLink, Wrap } from '../../ui';
import css from './AboutPage.module.css';

const functions: { icon: IconName; title: string; text: string }[] = [
  { icon: 'code', title: '动态码', text: '60 秒内有效，扫过一次即失效，带数字签名，截图转发无用。' },
  { icon: 'print', title: '静态码', text: '可下载为图片打印张贴，遗失后一键作废更换。' },
  { icon: 'card', title: '企业名片', text: '基本、投资、资产、法务四类信息，只展示企业授权的部分。' },
  { icon: 'shield', title: '数据授权', text: '按类别授权、随时收回，授权范围就是扫码人能看到的范围。' },
  { icon: 'scan', title: '扫码留痕', text: '谁、何时、在哪里、看了什么，企业自己可查。' },
  { icon: 'match', title: '智能匹配', text: '有码即有画像，政策和贷款产品逐条比对，说明差在哪里。' },
];

const steps: [string, string][] = [
  ['查找企业', '按企业名称或统一社会信用代码，在登记信息中找到本企业'],
  ['填报授权认证', '法定代表人、经办人信息，上传加盖公章的授权书'],
  ['工作人员审核', '核对授权书与登记信息，结果以消息告知'],
  ['企业码生成', '审核通过即生成，出示、打印、匹配、申请都用它'],
];

export default function AboutPage() {
  return <About />;
}

export function About() {
  const { district } = useBrand();
  return (
    <div className={css.about}>
      <header className={css.hero}>
        <Motif className={css.motif} />
        <Wrap className={css.heroInner}>
          <div>
            <h1>{district.name}企业码</h1>
            <p>一家企业一个码。亮码办事，扫码看企业同意公开的信息，凭码匹配政策与贷款。</p>
            <div className={css.actions}>
              <ButtonLink look="main" to="/code/claim">
                领取企业码
              </ButtonLink>
              <ButtonLink look="ghost" to="/code">
                出示企业码
              </ButtonLink>
            </div>
          </div>
          <Pass />
        </Wrap>
      </header>
      <Wrap>
        <section className={css.block} aria-labelledby="about-functions">
          <h2 id="about-functions">核心功能</h2>
          <ul className={css.functions}>
            {functions.map((one) => (
              <li key={one.title}>
                <Icon name={one.icon} size={32} />
                <h3>{one.title}</h3>
                <p>{one.text}</p>
              </li>
            ))}
          </ul>
        </section>
        <section className={css.block} aria-labelledby="about-steps">
          <h2 id="about-steps">怎样领取</h2>
          <ol className={css.steps}>
            {steps.map(([title, text]) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
      </Wrap>
    </div>
  );
}

/** A drawn specimen of the pass; its pattern is no readable code. */
function Pass() {
  const cells = [...'101101001011100110101011001101'];
  return (
    <svg viewBox="0 0 240 300" className={css.pass} aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="238" height="298" rx="10" fill="#fff" />
      <path d="M1 64V11A10 10 0 0 1 11 1h218a10 10 0 0 1 10 10v53z" fill="var(--zq-blue)" />
      <path d="M24 26h110M24 42h74" stroke="#fff" strokeWidth="7" strokeLinecap="round" opacity=".9" />
      {[
        [52, 96],
        [146, 96],
        [52, 190],
      ].map(([x, y]) => (
        <g key={`${x}-${y}`}>
          <rect
            x={x}
            y={y}
            width="42"
            height="42"
            rx="3"
            fill="none"
            stroke="var(--zq-navy)"
            strokeWidth="7"
          />
          <rect x={x! + 14} y={y! + 14} width="14" height="14" fill="var(--zq-navy)" />
        </g>
      ))}
      {cells.map(
        (cell, index) =>
          cell === '1' && (
            <rect
              key={index}
              x={index < 12 ? 104 + (index % 3) * 12 : 104 + (index % 6) * 14}
              y={index < 12 ? 96 + Math.floor(index / 3) * 12 : 160 + Math.floor((index - 12) / 6) * 26}
              width="9"
              height="9"
              fill={index % 7 === 3 ? 'var(--zq-amber-hover)' : 'var(--zq-navy)'}
            />
          ),
      )}
      <circle cx="62" cy="266" r="12" fill="none" stroke="var(--zq-line)" strokeWidth="4" />
      <path
        d="M62 254a12 12 0 0 1 11 17"
        fill="none"
        stroke="var(--zq-blue)"
        strokeWidth="4"
        strokeLinecap="round"
      />
      <path d="M86 261h96M86 273h60" stroke="var(--zq-line)" strokeWidth="6" strokeLinecap="round" />
    </svg>
  );
}
