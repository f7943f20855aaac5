package cn.zhengqi.code.api;

/** To whom an enterprise's data is given, and what for: each kind of receiver has one purpose. */
public enum ReceiverKind {
    SCANNER("扫码核验人员", "扫码核验企业身份和资质"),
    PLATFORM("企业服务平台", "匹配政策和贷款产品"),
    BANK("金融机构", "审核融资申请"),
    SYSTEM("第三方系统", "读取为企业匹配的政策和贷款产品");

    private final String label;
    private final String purpose;

    ReceiverKind(String label, String purpose) {
        this.label = label;
        this.purpose = purpose;
    }

    public String label() {
        return label;
    }

    public String purpose() {
        return purpose;
    }
}
