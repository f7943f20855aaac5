import { api } from '@/shared/api';
import { label } from '@/shared/i18n';
import { dateTimeText, Empty, Tag } from '@/shared/ui';
import { Body, Section } from '../../ui';
import { Growing, useGrowing } from '../../ui/Growing';
import css from './code.module.css';

export default function ScansPage() {
  const query = useGrowing(['scans'], (page, signal) =>
    api.get('/api/code/my/scans', { signal, query: { page, size: 20 } }),
  );
  return (
    <Body>
      <Growing query={query} empty={<Empty title="还没有人扫过企业码" />}>
        {(items) => (
          <Section flush>
            {items.map((scan) => (
              <div key={scan.id} className={css.scan}>
                <b>{scan.scannerName}</b> <small>{scan.scannerInstitution}</small>
                <p>
                  <time dateTime={scan.at}>{dateTimeText(scan.at)}</time>
                  <small>
                    {' · '}
                    {label('scanSource', scan.source)}
                    {scan.place && ` · ${scan.place}`}
                  </small>
                </p>
                <p className={css.tags}>
                  {scan.shownCategories.map((category) => (
                    <Tag key={category}>{label('consent', category)}</Tag>
                  ))}
                </p>
              </div>
            ))}
          </Section>
        )}
      </Growing>
    </Body>
  );
}
