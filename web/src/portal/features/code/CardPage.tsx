import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '@/shared/api';
import { SectionItems } from '@/shared/code/SectionItems';
import { label } from '@/shared/i18n';
import { Empty, Loaded, Skeleton, StatusTag, Tag, Uscc } from '@/shared/ui';
import { ButtonLink } from '../../ui';
import { CenterHead, Panel, Stack } from '../../ui/Panel';

export default function CardPage() {
  const query = useQuery({
    queryKey: ['card'],
    queryFn: ({ signal }) => api.get('/api/code/my/card', { signal }),
  });
  return (
    <>
      <CenterHead
        title="企业名片"
        intro="扫码人按授权范围看到这张名片，未授权的类别不会展示"
        actions={
          <ButtonLink look="outline" small to="/code/consents">
            调整授权
          </ButtonLink>
        }
      />
      <Loaded query={query} skeleton={<Skeleton lines={10} />}>
        {(card) => (
          <Stack>
            <Panel title={card.name} more={<StatusTag of="codeStatus" value={card.codeStatus} />}>
              <p className="zq-num">
                统一社会信用代码 <Uscc of={card.uscc} />
              </p>
              {card.codeLevel !== 'NORMAL' && (
                <p>
                  级别 <StatusTag of="codeLevel" value={card.codeLevel} />
                </p>
              )}
              {card.levelReason && (
                <p>
                  {label('codeLevel', card.codeLevel)}的依据：{card.levelReason}
                </p>
              )}
            </Panel>
            {card.sections.map((section) => (
              <Panel
                key={section.category}
                title={section.label}
                more={section.granted ? <Tag tone="good">已授权展示</Tag> : <Tag>未授权，不展示</Tag>}
              >
                {!section.granted ? (
                  <p>
                    扫码人看不到此类信息。<Link to="/code/consents">去授权</Link>
                  </p>
                ) : section.items.length ? (
                  <SectionItems label={section.label} items={section.items} />
                ) : (
                  <Empty compact title={section.notice ?? `没有${section.label}`} />
                )}
              </Panel>
            ))}
          </Stack>
        )}
      </Loaded>
    </>
  );
}
