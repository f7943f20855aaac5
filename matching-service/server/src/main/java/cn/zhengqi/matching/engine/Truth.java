package cn.zhengqi.matching.engine;

/** Kleene's three values. In arrays a truth is the byte of its position: and = min, or = max. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    static final byte NO = 0;
    static final byte OPEN = 1;
    static final byte YES = 2;

    private static final Truth[] BY_CODE = values();

    static Truth of(byte code) {
        return BY_CODE[code];
    }

    public Truth and(Truth other) {
        return ordinal() <= other.ordinal() ? this : other;
    }

    public Truth or(Truth other) {
        return ordinal() >= other.ordinal() ? this : other;
    }

    public Truth not() {
        return BY_CODE[YES - ordinal()];
    }
}
