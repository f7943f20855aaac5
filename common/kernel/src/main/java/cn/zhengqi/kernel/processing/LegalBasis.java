package cn.zhengqi.kernel.processing;

/** Why data may be processed: article 13 of the Personal Information Protection Law. */
public enum LegalBasis {
    CONSENT("取得同意"),
    CONTRACT("为订立、履行合同所必需"),
    LEGAL_DUTY("为履行法定职责或者法定义务所必需"),
    PUBLIC_INFORMATION("处理依法公开的信息");

    private final String label;

    LegalBasis(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
