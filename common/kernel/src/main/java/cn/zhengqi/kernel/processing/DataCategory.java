package cn.zhengqi.kernel.processing;

/** Kinds of data, as the register of processing names them. */
public enum DataCategory {
    ACCOUNT("账号信息"),
    CONTACT("姓名和联系方式"),
    IDENTITY("身份证件号码"),
    AUTHORISATION_LETTER("授权委托书"),
    ACCESS_LOG("登录与设备记录"),
    OPERATION_LOG("操作记录"),
    STAFF("机构人员信息"),
    REGISTER("企业登记信息"),
    INVESTMENT("投资信息"),
    ASSET("资产信息"),
    LEGAL("法务信息"),
    TAX("涉税信息"),
    PROFILE("企业画像"),
    FINANCING("融资申请信息"),
    CONSENT("授权与查看记录"),
    MESSAGE("消息内容"),
    STATISTICS("统计汇总数据");

    private final String label;

    DataCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
