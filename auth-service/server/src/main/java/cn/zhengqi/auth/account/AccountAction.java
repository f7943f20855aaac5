package cn.zhengqi.auth.account;

import cn.zhengqi.events.audit.AuditAction;

/** What is done to an account and goes on record (操作日志). */
public enum AccountAction implements AuditAction {
    ACCOUNT_REGISTERED("注册账号"),
    ACCOUNT_RENAMED("修改账号名称"),
    PHONE_CHANGED("更换手机号"),
    PASSWORD_CHANGED("修改密码"),
    SECOND_FACTOR_ENABLED("开启两步验证"),
    SECOND_FACTOR_REMOVED("关闭两步验证"),
    RECOVERY_CODES_RENEWED("更换恢复码"),
    PASSKEY_ADDED("添加通行密钥"),
    PASSKEY_REMOVED("删除通行密钥"),
    IDENTITY_BOUND("绑定外部身份"),
    IDENTITY_UNBOUND("解绑外部身份"),
    ENTERPRISE_SWITCHED("切换企业"),
    ACCOUNT_CLOSED("注销账号"),
    DATA_TAKEN_OUT("导出本人数据"),
    WECHAT_BOUND("绑定微信"),
    WECHAT_UNBOUND("解绑微信"),
    DEVICE_SIGNED_OUT("退出设备"),
    OTHER_DEVICES_SIGNED_OUT("退出其他设备");

    private final String label;

    AccountAction(String label) {
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return "账号";
    }

    @Override
    public String label() {
        return label;
    }
}
