package cn.zhengqi.code.secret;

/** Lets tests of other packages make keys. */
public final class TestKeys {

    private TestKeys() {}

    public static CodeKeys of(String dataKey) {
        return new CodeKeys(dataKey);
    }
}
