import { useQuery } from '@tanstack/react-query';
import { Button, Toast } from 'antd-mobile';
import { useEffect, useRef, useState } from 'react';
import { api } from '@/shared/api';
import { Loaded } from '@/shared/ui';
import { Notice, Section } from '../../ui';
import css from './MessageSettingsPage.module.css';

/** WeChat tells the platform itself who agreed, mostly within a second. */
const LOOKS = 10;

/** How many messages somebody has agreed to; after a yes to WeChat it is looked for until WeChat has told. */
export function useSubscription(onAgreed?: () => void) {
  const [looks, setLooks] = useState(0);
  const query = useQuery({
    queryKey: ['wechat', 'subscription'],
    queryFn: ({ signal }) => api.get('/api/auth/wechat/subscription', { signal }),
  });
  const { data, refetch } = query;
  const before = useRef(0);
  const remaining = data?.remaining ?? 0;
  const told = useRef(onAgreed);
  useEffect(() => {
    told.current = onAgreed;
  });
  useEffect(() => {
    if (looks === 0) return;
    if (remaining > before.current) {
      setLooks(0);
      Toast.show('已同意接收一条订阅消息');
      told.current?.();
      return;
    }
    const next = setTimeout(
      () => void refetch().finally(() => setLooks((left) => Math.max(0, left - 1))),
      1000,
    );
    return () => clearTimeout(next);
  }, [looks, remaining, refetch]);
  return {
    query,
    remaining,
    saidYes: () => {
      before.current = remaining;
      setLooks(LOOKS);
    },
  };
}

/** 订阅消息: WeChat asks, by a button of its own, whether its user wants one more message. */
export function SubscriptionMessages() {
  const { query, remaining, saidYes } = useSubscription();
  return (
    <Section title="微信订阅消息">
      <Loaded query={query} compact>
        {({ templateId }) =>
          templateId ? (
            <>
              <p>
                还可以接收 <strong>{remaining}</strong> 条订阅消息
              </p>
              <WeChatButton template={templateId} onAgreed={saidYes} />
              <p className={css.note}>
                同意一次，平台可以通过微信向您发送一条消息。没有关注公众号也能收到，只在选择了订阅消息的消息种类中使用。
              </p>
            </>
          ) : (
            <p className={css.note}>平台没有开通订阅消息，或者您还没有绑定微信。</p>
          )
        }
      </Loaded>
    </Section>
  );
}

export function WeChatButton({ template, onAgreed }: { template: string; onAgreed: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const agreed = useRef(onAgreed);
  const [fault, setFault] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    agreed.current = onAgreed;
  });
  useEffect(() => {
    let gone = false;
    import('@/shared/wechat/sdk')
      .then(({ subscribeButton }) =>
        subscribeButton(
          template,
          '同意接收一条',
          (answer) => (answer === 'accept' ? agreed.current() : Toast.show('没有同意接收，已同意的不受影响')),
          () => setFault('微信没有打开订阅，请稍后重试。'),
        ),
      )
      .then(
        (button) => gone || place.current?.replaceChildren(button),
        () => gone || setFault('微信没有认可本页面，暂时不能订阅。'),
      );
    return () => {
      gone = true;
    };
  }, [template, attempt]);
  return (
    <>
      <div ref={place} />
      {fault && (
        <>
          <Notice tone="bad">{fault}</Notice>
          <Button
            block
            onClick={() => {
              setFault(undefined);
              setAttempt(attempt + 1);
            }}
          >
            重试
          </Button>
        </>
      )}
    </>
  );
}
