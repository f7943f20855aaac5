package cn.zhengqi.auth.openapi;

import cn.zhengqi.events.audit.AuditAction;

/** What is done to keys of the open interface and goes on record (操作日志). */
enum OpenApiAction implements AuditAction {
    OPENAPI_KEY_APPLIED("申请接口密钥"),
    OPENAPI_KEY_APPROVED("通过接口申请"),
    OPENAPI_KEY_REJECTED("驳回接口申请"),
    OPENAPI_KEY_DRAWN("领取接口密钥"),
    OPENAPI_KEY_ROTATED("更换接口密钥"),
    OPENAPI_KEY_CHANGED("调整接口密钥"),
    OPENAPI_KEY_REVOKED("注销接口密钥"),
    OPENAPI_KEYS_EXPORTED("导出接口密钥");

    private final String label;

    OpenApiAction(String label) {
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return "接口密钥";
    }

    @Override
    public String label() {
        return label;
    }
}
