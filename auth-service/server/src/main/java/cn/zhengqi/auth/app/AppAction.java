package cn.zhengqi.auth.app;

import cn.zhengqi.events.audit.AuditAction;

/** What is done to applications and goes on record (操作日志). */
enum AppAction implements AuditAction {
    APP_REGISTERED("登记接入应用"),
    APP_CHANGED("修改接入应用"),
    APP_SECRET_DRAWN("生成接入应用密钥"),
    APP_DISABLED("停用接入应用"),
    APP_ENABLED("启用接入应用"),
    APP_ALLOWED("授权应用登录"),
    APP_WITHDRAWN("撤销应用授权");

    private final String label;

    AppAction(String label) {
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return "接入应用";
    }

    @Override
    public String label() {
        return label;
    }
}
