package cn.zhengqi.data.encryption;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Of tests. */
final class Keys {

    static final String FIRST_KEY = key("first");
    static final String SECOND_KEY = key("second");
    static final String FIRST = "1:" + FIRST_KEY;
    static final String BOTH = FIRST + ",2:" + SECOND_KEY;
    static final String SECOND = "2:" + SECOND_KEY;
    static final String INDEX = key("index");

    private Keys() {}

    static String key(String name) {
        return Base64.getEncoder().encodeToString(String.format("%-32s", name).getBytes(StandardCharsets.US_ASCII));
    }
}
