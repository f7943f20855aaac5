package cn.zhengqi.message.template;

import cn.zhengqi.message.api.MessageKind;

/** What notices are about, as operators look for them. */
public enum NoticeGroup {
    ACCOUNT("账号安全", MessageKind.SYSTEM),
    COLLEAGUE("企业成员", MessageKind.SYSTEM),
    ADMISSION("机构入驻", MessageKind.SYSTEM),
    OPEN_API("开放接口", MessageKind.SYSTEM),
    CODE("企业码", MessageKind.CODE),
    POLICY("政策推送", MessageKind.POLICY),
    DECLARATION("政策申报", MessageKind.POLICY),
    REDEMPTION("政策兑现", MessageKind.POLICY),
    LOAN("融资申请", MessageKind.FINANCE),
    DEMAND("融资需求", MessageKind.FINANCE),
    EVALUATION("好差评", MessageKind.SYSTEM),
    ACTIVITY("金融活动", MessageKind.FINANCE),
    COORDINATION("小微融资协调", MessageKind.FINANCE),
    EXPORT("后台导出", MessageKind.SYSTEM),
    NOTIFICATION("消息通知", MessageKind.SYSTEM);

    private final String label;
    private final MessageKind kind;

    NoticeGroup(String label, MessageKind kind) {
        this.label = label;
        this.kind = kind;
    }

    public String label() {
        return label;
    }

    MessageKind kind() {
        return kind;
    }
}
