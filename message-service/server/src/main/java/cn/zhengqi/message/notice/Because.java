package cn.zhengqi.message.notice;

/** Why nobody may switch a notice off. */
final class Because {

    static final String SECURITY = "账号安全提醒：账号被他人操作时，只有本人能及时发现";
    static final String RIGHTS = "能否代表企业办事发生变化，必须告知本人";
    static final String RESULT = "办理结果和须由申请人处理的事项必须告知申请人";
    static final String WORK = "停用后，经办人员不知道有事项待办";
    static final String PROMISE = "承诺时限的提醒和督办不能停用";
    static final String MONEY = "资金核定和支付情况必须告知企业";
    static final String CONSENT = "企业信息被查看或授权变化必须告知";

    private Because() {}
}
