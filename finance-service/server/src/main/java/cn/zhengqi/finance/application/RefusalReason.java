package cn.zhengqi.finance.application;

/** An entry of the catalogue of reasons from which a bank chooses. */
public record RefusalReason(String code, String label) {}
