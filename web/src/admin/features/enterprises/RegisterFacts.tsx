import type { EnterpriseDetail } from '@/shared/api';
import { Definition } from '@/shared/ui';
import { Panel } from '../../ui/page';
import css from './RegisterFacts.module.css';
import { registerItems } from './register-items';

/** What the register tells anybody. The rest the enterprise shows by its code. */
export function RegisterFacts({ enterprise }: { enterprise: EnterpriseDetail }) {
  return (
    <>
      <Panel title="基本信息">
        <Definition items={registerItems(enterprise)} />
      </Panel>
      <p className={css.note}>
        股东、投资、资产和法务信息由企业出示企业码、按其授权范围查看，每次查看都会记录并告知企业。
      </p>
    </>
  );
}
