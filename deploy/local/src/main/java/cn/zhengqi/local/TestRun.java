package cn.zhengqi.local;

/** All tests, and what they counted. */
final class TestRun {

    /** The browser journeys run on a copy of their own, beside one that may be running. */
    static final int PORT_OFFSET = 10_000;

    private TestRun() {}
}
