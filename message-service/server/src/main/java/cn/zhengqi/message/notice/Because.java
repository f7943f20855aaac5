package cn.zhengqi.message.notice;

import cn.zhengqi.message.template.Mandatory;

/** Why nobody may switch a notice off. */
final class Because {

    static final Mandatory SECURITY = new Mandatory("账号安全提醒：账号被他人操作时，只有本人能及时发现", true, true);
    static final Mandatory RIGHTS = Mandatory.of("能否代表企业办事发生变化，必须告知本人");
    static final Mandatory RESULT = Mandatory.of("办理结果和须由申请人处理的事项必须告知申请人");
    static final Mandatory WORK = Mandatory.of("停用后，经办人员不知道有事项待办");
    static final Mandatory PROMISE = Mandatory.of("承诺时限的提醒和督办不能停用");
    static final Mandatory MONEY = new Mandatory("资金核定和支付情况必须告知企业", true, false);
    static final Mandatory CONSENT = Mandatory.of("企业信息被查看或授权变化必须告知");

    private Because() {}
}
