package cn.zhengqi.finance.demand;

/** An entry of the catalogue from which a bank chooses why it makes no offer. */
public record GiveBackReason(String code, String label) {

    /** Says nothing without words. */
    static final String OTHER = "OTHER";

    /** As the enterprise reads it. */
    String inWords(String added) {
        if (added.isEmpty()) {
            return label;
        }
        return code.equals(OTHER) ? added : label + "；" + added;
    }
}
