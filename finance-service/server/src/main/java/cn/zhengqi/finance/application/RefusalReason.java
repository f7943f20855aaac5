package cn.zhengqi.finance.application;

/** An entry of the catalogue of reasons from which a bank chooses. */
public record RefusalReason(String code, String label) {

    /** With what the bank says beside it. */
    String inWords(String words) {
        return label + "：" + words;
    }
}
