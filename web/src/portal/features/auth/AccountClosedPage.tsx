import { useSearchParams } from 'react-router';
import { useBrand } from '@/shared/brand';
import { closedAt, ClosureFate } from '@/shared/security';
import { dateTimeText } from '@/shared/ui';
import { ButtonAnchor, Notice } from '../../ui';
import { AuthFrame } from './AuthFrame';
import css from './AuthFrame.module.css';

/** 注销 is done: what was deleted, what is kept and why, for who has no account any more. Whoever comes from elsewhere reads the same without "yours". */
export default function AccountClosedPage() {
  const { hotline } = useBrand();
  const [asked] = useSearchParams();
  const home = asked.get('from') === '/m/' ? '/m/' : '/';
  const at = closedAt();
  return (
    <AuthFrame title={at ? '账号已注销' : '账号注销后的处理'}>
      <div className={css.form}>
        {at && <Notice tone="good">您的账号已于 {dateTimeText(at)} 注销，所有设备上的登录都已退出。</Notice>}
        <ClosureFate />
        <p>
          手机号可以重新注册；新账号不会带回原账号的企业成员身份和消息。
          {hotline.number && `如有疑问，请拨打${hotline.label} ${hotline.number}。`}
        </p>
        <ButtonAnchor look="primary" href={home}>
          返回首页
        </ButtonAnchor>
        <ButtonAnchor look="outline" href={`/register?from=${encodeURIComponent(home)}`}>
          重新注册
        </ButtonAnchor>
      </div>
    </AuthFrame>
  );
}
