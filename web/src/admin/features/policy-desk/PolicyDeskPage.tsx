import { pageCss, PageHead } from '../../ui/page';
import { PolicyDesk } from './PolicyDesk';

/** 政策工作台 by itself, also for who has another home. */
export default function PolicyDeskPage() {
  return (
    <div className={pageCss.page}>
      <PageHead
        title="政策工作台"
        facts="等我处理的事项、到期时限、项目、预算和政策成效；数字打开所统计的清单，没有清单或您无权查看的只列数字"
      />
      <PolicyDesk />
    </div>
  );
}
