package cn.zhengqi.events;

import org.jspecify.annotations.Nullable;

/** The trace that an event was written in, carried over to those who handle it. */
interface Traces {

    /** For a service without tracing. */
    Traces NONE = new Traces() {
        @Override
        public @Nullable String current() {
            return null;
        }

        @Override
        public void continueIn(@Nullable String traceParent, String what, Runnable work) {
            work.run();
        }
    };

    /** W3C {@code traceparent} of what runs now. */
    @Nullable
    String current();

    void continueIn(@Nullable String traceParent, String what, Runnable work);
}
