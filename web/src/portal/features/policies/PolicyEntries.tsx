import { Entries, type Entry } from '../../ui/Entries';

const entries: Entry[] = [
  {
    to: '/express',
    icon: 'clock',
    title: '政策直通车',
    intro: '按领域和部门直达现在可以申报、兑现的项目',
  },
  { to: '/declarations', icon: 'edit', title: '政策申报', intro: '在线填报申报表，跟踪办理进度' },
  { to: '/redemptions', icon: 'bank', title: '政策兑现', intro: '金额规则、剩余预算和免申即享' },
  { to: '/notices', icon: 'report', title: '公示窗口', intro: '拟批准、拟兑付的名单，公示期内可提异议' },
];

/** The ways from 企知 on the home page, beside its policies. */
export function PolicyEntries() {
  return <Entries label="政策服务" entries={entries} />;
}
