package cn.zhengqi.events.audit;

/** What who runs the platform does in any service by its internal routes, as 操作日志 shows it. */
enum OperatorAction implements AuditAction {
    DATA_KEY_MADE("生成数据密钥", "数据密钥"),
    DATA_ENCRYPTED_ANEW("以新密钥重新加密数据", "数据密钥"),
    DEAD_LETTER_REPLAYED("重放死信", "死信");

    private final String label;
    private final String subjectKind;

    OperatorAction(String label, String subjectKind) {
        this.label = label;
        this.subjectKind = subjectKind;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String subjectKind() {
        return subjectKind;
    }
}
