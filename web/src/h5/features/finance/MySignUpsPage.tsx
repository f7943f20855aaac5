import { api } from '@/shared/api';
import { codeInWords, SignUpTag, timeText } from '@/shared/fairs';
import { Empty } from '@/shared/ui';
import { ActionBar, Body, LinkButton, Row, Section } from '../../ui';
import { Growing, useGrowing } from '../../ui/Growing';

export default function MySignUpsPage() {
  const query = useGrowing(['activities', 'mine', 'list'], (page, signal) =>
    api.get('/api/finance/my/sign-ups', { signal, query: { page, size: 20 } }),
  );
  return (
    <>
      <Body>
        <Growing
          query={query}
          empty={<Empty title="还没有报名活动" hint="银企对接、政策宣讲等活动可在线报名" />}
        >
          {(items) => (
            <Section flush>
              {items.map((one) => (
                <Row
                  key={one.id}
                  to={`/finance/activities/${one.activity.id}`}
                  title={one.activity.title}
                  note={
                    <>
                      {timeText(one.activity)}
                      {one.code && (
                        <>
                          <br />
                          签到码 <span className="zq-whole">{codeInWords(one.code)}</span>
                        </>
                      )}
                    </>
                  }
                  aside={<SignUpTag of={one} />}
                />
              ))}
            </Section>
          )}
        </Growing>
      </Body>
      <ActionBar>
        <LinkButton look="main" to="/finance/activities">
          查看金融活动
        </LinkButton>
      </ActionBar>
    </>
  );
}
