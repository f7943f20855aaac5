import type { ScanResult } from '@/shared/api';
import { SectionItems } from '@/shared/code/SectionItems';
import { label } from '@/shared/i18n';
import { dateTimeText, DemoTag, Icon, StatusTag, Tag, Uscc } from '@/shared/ui';
import css from './Card.module.css';

/** The enterprise card of a scan: what the enterprise allows, and, as clearly, what it does not. */
export function Card({ result }: { result: ScanResult }) {
  const { card } = result;
  return (
    <article className={css.card} aria-labelledby="card-name">
      <header className={css.head}>
        <h2 id="card-name">{card.name}</h2>
        <p className={css.uscc}>
          统一社会信用代码 <Uscc of={card.uscc} />
        </p>
        <p className={css.tags}>
          <span>
            企业码状态 <StatusTag of="codeStatus" value={card.codeStatus} />
          </span>
          <span>
            级别 <StatusTag of="codeLevel" value={card.codeLevel} />
          </span>
          {card.demo && <DemoTag />}
        </p>
        {card.levelReason && (
          <p className={css.uscc}>
            {label('codeLevel', card.codeLevel)}的依据：{card.levelReason}
          </p>
        )}
      </header>
      {card.notice && (
        <p className={css.notice} role="status">
          {card.notice}
        </p>
      )}
      {card.sections.map((section) =>
        section.granted ? (
          <section key={section.category} className={css.section} aria-label={section.label}>
            <h3>{section.label}</h3>
            {section.items.length ? (
              <SectionItems label={section.label} items={section.items} />
            ) : (
              <p className={css.none}>{section.notice ?? '没有相关记录'}</p>
            )}
          </section>
        ) : (
          <section
            key={section.category}
            className={`${css.section} ${css.closed}`}
            aria-label={section.label}
          >
            <h3>
              {section.label} <Tag icon="lock">{label('consentStanding', section.standing)}</Tag>
            </h3>
            <p>{section.notice}。需要查看的，请企业在“数据授权”中授权后再出示企业码。</p>
          </section>
        ),
      )}
      <footer className={css.trace}>
        <Icon name="eye" size={16} /> 核验时间 {dateTimeText(result.scannedAt, true)}
        。本次查看已留痕，企业可查询查看人、时间和内容。
      </footer>
    </article>
  );
}
