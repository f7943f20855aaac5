package cn.zhengqi.code;

import cn.zhengqi.events.audit.AuditAction;

/** What is done here and goes on record (操作日志). */
public enum CodeAction implements AuditAction {
    CLAIM_SUBMITTED("领码申请", "提交领码申请"),
    CLAIM_RESUBMITTED("领码申请", "重新提交领码申请"),
    CLAIM_WITHDRAWN("领码申请", "撤回领码申请"),
    CLAIM_NAME_REFUSED("领码申请", "领码时填写的法定代表人与登记不一致"),
    CLAIM_APPROVED("领码申请", "通过领码申请"),
    CLAIM_REJECTED("领码申请", "驳回领码申请"),
    CLAIM_RETURNED("领码申请", "退回领码申请"),
    CLAIM_URGED("领码申请", "催办领码申请"),
    EXTENSION_ASKED("承诺时限", "申请延期审核"),
    EXTENSION_DECIDED("承诺时限", "审批延期申请"),
    PROMISES_EXPORTED("承诺时限", "导出时限看板"),
    REVIEW_TERM_CHANGED("承诺时限", "修改领码审核的承诺时限"),
    CLAIM_FIELD_REVEALED("领码申请", "查看明文"),
    CODE_ISSUED("企业码", "发放企业码"),
    CODE_FROZEN("企业码", "冻结企业码"),
    CODE_UNFROZEN("企业码", "解冻企业码"),
    CODE_REVOKED("企业码", "注销企业码"),
    CODE_REISSUED("企业码", "换发企业码"),
    CODE_LEVEL_CHANGED("企业码", "调整企业码级别"),
    CODE_CERTIFIED_AGAIN("企业码", "重新认证企业"),
    CODE_UNBOUND("企业码", "解绑企业"),
    STATIC_CODE_RENEWED("企业码", "更换打印码"),
    CONSENT_CHANGED("数据授权", "变更数据授权"),
    CODE_SCANNED("企业码", "扫码查看企业名片"),
    MATCH_READ("数据授权", "第三方系统读取匹配结果"),
    FILE_STORED("文件", "上传文件"),
    LETTER_VIEWED("文件", "查看授权书"),
    CLAIMS_EXPORTED("领码申请", "导出领码申请"),
    CODES_EXPORTED("企业码", "导出企业码"),
    SERVICE_CODE_MADE("服务码", "新建服务码"),
    SERVICE_CODE_CHANGED("服务码", "修改服务码"),
    SERVICE_CODE_STOPPED("服务码", "停用服务码"),
    SERVICE_CODE_RESUMED("服务码", "启用服务码"),
    SERVICE_CODES_EXPORTED("服务码", "导出服务码"),
    ABOUT_REWRITTEN("企业码介绍", "修改企业码介绍"),
    PICTURE_STORED("企业码介绍", "上传介绍图片"),
    OWN_SCANS_EXPORTED("扫码记录", "导出扫码记录"),
    OWN_READINGS_EXPORTED("数据查看记录", "导出数据查看记录"),
    PROCESSING_EXPORTED("数据处理登记", "导出数据处理登记");

    private final String subjectKind;
    private final String label;

    CodeAction(String subjectKind, String label) {
        this.subjectKind = subjectKind;
        this.label = label;
    }

    @Override
    public String subjectKind() {
        return subjectKind;
    }

    @Override
    public String label() {
        return label;
    }
}
