package cn.zhengqi.finance.coordination;

/**
 * How an enterprise stands with one criterion.
 *
 * @param reason what data says, or the words of who looked
 * @param byData data decided it: no person says otherwise
 */
public record Finding(String code, String name, String explanation, Standing standing, String reason, boolean byData) {}
