import { useSearchParams } from 'react-router';
import { api } from '@/shared/api';
import { label } from '@/shared/i18n';
import { readingOrigin } from '@/shared/readings';
import { dateTimeText, Empty, Tag } from '@/shared/ui';
import { Body, Section } from '../../ui';
import { Growing, Search, useGrowing } from '../../ui/Growing';
import css from './code.module.css';

/** 数据查看记录: who saw which data of the enterprise, when, what for, and what led there. */
export default function ReadingsPage() {
  const [params, setParams] = useSearchParams();
  const q = params.get('q') ?? '';
  const query = useGrowing(['readings', q], (page, signal) =>
    api.get('/api/code/my/readings', { signal, query: { page, size: 20, q: q || undefined } }),
  );
  return (
    <Body>
      <Search
        label="查看人"
        placeholder="姓名、机构或申请编号"
        value={q}
        onSearch={(next) => setParams(next ? { q: next } : {}, { replace: true })}
      />
      <Growing
        query={query}
        empty={<Empty title={q ? label('state', 'emptyFiltered') : '还没有人查看过企业信息'} />}
      >
        {(items) => (
          <Section flush>
            {items.map((reading) => (
              <div key={reading.id} className={css.scan}>
                <b>{reading.readerName}</b> <small>{reading.institutionName}</small>
                <p>
                  <time dateTime={reading.at}>{dateTimeText(reading.at, true)}</time>
                </p>
                <p>
                  <small>
                    {reading.purpose} · {readingOrigin(reading)}
                  </small>
                </p>
                <p className={css.tags}>
                  {reading.revealed ? (
                    <Tag icon="eye">{reading.revealed}（明文）</Tag>
                  ) : reading.document ? (
                    <Tag icon="eye">{reading.document}</Tag>
                  ) : reading.categories.length ? (
                    reading.categories.map((one) => <Tag key={one}>{label('consent', one)}</Tag>)
                  ) : (
                    <small>仅名称、代码和企业码状态</small>
                  )}
                </p>
              </div>
            ))}
          </Section>
        )}
      </Growing>
    </Body>
  );
}
